# Makes, in the folder of the first argument, an authority and the certificates that the tests need.
set -eu
cd "$1"
make_authority() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -keyout "$1.key" -out "$1.pem" \
    -addext "basicConstraints=critical,CA:TRUE"
}
# name, authority, subject alternative names, days
make_server() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
  printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' "$3" > "$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -CAcreateserial $4 -extfile "$1.ext" \
    -out "$1.crt"
  cat "$1.crt" "$1.key" > "$1.pem"
}
make_authority authority
make_authority stranger
make_server good authority "DNS:localhost,IP:127.0.0.1" "-days 2"
make_server misnamed authority "DNS:elsewhere.example" "-days 2"
make_server untrusted stranger "DNS:localhost,IP:127.0.0.1" "-days 2"
make_server expired authority "DNS:localhost,IP:127.0.0.1" "-days -1"
