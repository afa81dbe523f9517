import Foundation

/// Small files of each format that can be imported.
enum Samples {
  static let jsonl = """
    {"rating":1.0,"title":"Cracked","text":"Arrived cracked.","asin":"B0ZLBC83PR","parent_asin":"B0ZLBC83PR","user_id":"AGGEID5ADSO4","timestamp":1785493585808,"helpful_vote":3,"verified_purchase":true}
    {"rating":2.0,"title":"Late","text":"Two weeks late.","asin":"B0ZA5C9VGP","parent_asin":"B0ZA5C9VGP","user_id":"AG3ELJQGG2YQ","timestamp":1783414339683,"helpful_vote":0,"verified_purchase":true}
    {"rating":5.0,"title":"Fine","text":"Works.","asin":"B0ZA5C9VGP","parent_asin":"B0ZA5C9VGP","user_id":"AHAPPY","timestamp":1783414339000,"helpful_vote":0,"verified_purchase":true}

    """

  static let feedback = """
    Date\tRating\tComments\tYour Response\tOrder ID\tRater Email
    11/20/26\t1\tNever arrived.\t\t114-7863528-5212210\tqw2smy2gutcr61k@marketplace.amazon.com
    11/19/26\t2\tBox was torn.\tSorry!\t113-2987136-5000294\tc9kz7729x4bx0a@marketplace.amazon.de

    """

  static let export = """
    Date,Author,Verified,Helpful,Title,Body,Rating,Images,Videos,URL,Variation,Style
    "2026-11-01","Opal","yes","14","Down on day three","It fell.
    It's in four pieces.","1","-","-","https://www.amazon.com/gp/customer-reviews/RNRT9KYLFGYMW8","B0ZB6RD2FX","-"

    """

  static let sales = """
    Date,(Parent) ASIN,(Child) ASIN,Title,Sessions,Units Ordered,Ordered Product Sales
    9/22/26,B0Z490UPJ2,B0ZLBC83PR,"Kettle, 1.7 L",189,29,"$1,014.71"
    9/23/26,B0Z490UPJ2,B0ZLBC83PR,"Kettle, 1.7 L",190,30,"$1,044.71"

    """

  static let undatedSales = """
    (Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Units Ordered
    B0Z490UPJ2,B0ZLBC83PR,"Kettle, 1.7 L",189,28

    """

  static let contacts = """
    customer,event,at,order,channel,note
    qw2smy2gutcr61k@marketplace.amazon.com,contacted,2026-11-01T10:00:00Z,114-7863528-5212210,e-mail,"Sorry,
    it is on its way."
    qw2smy2gutcr61k@marketplace.amazon.com,answered,2026-11-02T10:00:00Z,,,

    """

  /// The first line of `jsonl`, compressed.
  static let gzip =
    Data(
      base64Encoded:
        "H4sIAAAAAAACA22OvQrCMBRGd59CMpdSaYOxW3+kCIKim0sIza0NtjXcJEUQ391bXF3Pge87b4bKm+nO8k2cRMwbPwDLWYWqfYBmRODlCRSIZga9bn8iJqOcmciUye1YViI9X4hZhTB5+U8FByiNXraaZn+oeVFfT9nyYEZwXo2WGraCZ7uUCy4SEbEeBtuFQc5PT1GUNwOazoCWNmDbK0fUY4DP6gvn3CqhxwAAAA=="
    ) ?? Data()
}
