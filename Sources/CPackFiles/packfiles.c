#include "packfiles.h"

// The packs as they are written. Clang has #embed since version 19, and warns that the language has it since C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char any_luring[] = {
#embed "Packs/any-luring.toml"
};
static const unsigned char any_conduct[] = {
#embed "Packs/any-conduct.toml"
};
static const unsigned char any_quality[] = {
#embed "Packs/any-quality.toml"
};
static const unsigned char any_form[] = {
#embed "Packs/any-form.toml"
};
static const unsigned char en_words[] = {
#embed "Packs/en-words.toml"
};
static const unsigned char en_public[] = {
#embed "Packs/en-public.toml"
};
static const unsigned char en_asking[] = {
#embed "Packs/en-asking.toml"
};
static const unsigned char en_goods[] = {
#embed "Packs/en-goods.toml"
};
static const unsigned char en_tying[] = {
#embed "Packs/en-tying.toml"
};
static const unsigned char en_conduct[] = {
#embed "Packs/en-conduct.toml"
};
static const unsigned char en_quality[] = {
#embed "Packs/en-quality.toml"
};
static const unsigned char en_form[] = {
#embed "Packs/en-form.toml"
};
static const unsigned char en_rewrites[] = {
#embed "Packs/en-rewrites.toml"
};
static const unsigned char en_readings[] = {
#embed "Packs/en-readings.toml"
};
static const unsigned char en_readings_rules[] = {
#embed "Packs/en-readings-rules.toml"
};
static const unsigned char en_signs[] = {
#embed "Packs/en-signs.toml"
};
static const unsigned char en_examples[] = {
#embed "Packs/en-examples.toml"
};
static const unsigned char de_words[] = {
#embed "Packs/de-words.toml"
};
static const unsigned char de_public[] = {
#embed "Packs/de-public.toml"
};
static const unsigned char de_asking[] = {
#embed "Packs/de-asking.toml"
};
static const unsigned char de_goods[] = {
#embed "Packs/de-goods.toml"
};
static const unsigned char de_tying[] = {
#embed "Packs/de-tying.toml"
};
static const unsigned char de_conduct[] = {
#embed "Packs/de-conduct.toml"
};
static const unsigned char de_quality[] = {
#embed "Packs/de-quality.toml"
};
static const unsigned char de_form[] = {
#embed "Packs/de-form.toml"
};
static const unsigned char de_rewrites[] = {
#embed "Packs/de-rewrites.toml"
};
static const unsigned char de_readings[] = {
#embed "Packs/de-readings.toml"
};
static const unsigned char de_signs[] = {
#embed "Packs/de-signs.toml"
};
static const unsigned char de_examples[] = {
#embed "Packs/de-examples.toml"
};
static const unsigned char fr_words[] = {
#embed "Packs/fr-words.toml"
};
static const unsigned char fr_public[] = {
#embed "Packs/fr-public.toml"
};
static const unsigned char fr_asking[] = {
#embed "Packs/fr-asking.toml"
};
static const unsigned char fr_goods[] = {
#embed "Packs/fr-goods.toml"
};
static const unsigned char fr_tying[] = {
#embed "Packs/fr-tying.toml"
};
static const unsigned char fr_conduct[] = {
#embed "Packs/fr-conduct.toml"
};
static const unsigned char fr_quality[] = {
#embed "Packs/fr-quality.toml"
};
static const unsigned char fr_form[] = {
#embed "Packs/fr-form.toml"
};
static const unsigned char fr_rewrites[] = {
#embed "Packs/fr-rewrites.toml"
};
static const unsigned char fr_readings[] = {
#embed "Packs/fr-readings.toml"
};
static const unsigned char fr_signs[] = {
#embed "Packs/fr-signs.toml"
};
static const unsigned char fr_examples[] = {
#embed "Packs/fr-examples.toml"
};
static const unsigned char es_words[] = {
#embed "Packs/es-words.toml"
};
static const unsigned char es_public[] = {
#embed "Packs/es-public.toml"
};
static const unsigned char es_asking[] = {
#embed "Packs/es-asking.toml"
};
static const unsigned char es_goods[] = {
#embed "Packs/es-goods.toml"
};
static const unsigned char es_tying[] = {
#embed "Packs/es-tying.toml"
};
static const unsigned char es_conduct[] = {
#embed "Packs/es-conduct.toml"
};
static const unsigned char es_quality[] = {
#embed "Packs/es-quality.toml"
};
static const unsigned char es_form[] = {
#embed "Packs/es-form.toml"
};
static const unsigned char es_rewrites[] = {
#embed "Packs/es-rewrites.toml"
};
static const unsigned char es_readings[] = {
#embed "Packs/es-readings.toml"
};
static const unsigned char es_signs[] = {
#embed "Packs/es-signs.toml"
};
static const unsigned char es_examples[] = {
#embed "Packs/es-examples.toml"
};
static const unsigned char it_words[] = {
#embed "Packs/it-words.toml"
};
static const unsigned char it_public[] = {
#embed "Packs/it-public.toml"
};
static const unsigned char it_asking[] = {
#embed "Packs/it-asking.toml"
};
static const unsigned char it_goods[] = {
#embed "Packs/it-goods.toml"
};
static const unsigned char it_tying[] = {
#embed "Packs/it-tying.toml"
};
static const unsigned char it_conduct[] = {
#embed "Packs/it-conduct.toml"
};
static const unsigned char it_quality[] = {
#embed "Packs/it-quality.toml"
};
static const unsigned char it_form[] = {
#embed "Packs/it-form.toml"
};
static const unsigned char it_rewrites[] = {
#embed "Packs/it-rewrites.toml"
};
static const unsigned char it_readings[] = {
#embed "Packs/it-readings.toml"
};
static const unsigned char it_signs[] = {
#embed "Packs/it-signs.toml"
};
static const unsigned char it_examples[] = {
#embed "Packs/it-examples.toml"
};

static const unsigned char causes_en[] = {
#embed "Packs/causes-en.toml"
};
static const unsigned char causes_de[] = {
#embed "Packs/causes-de.toml"
};
static const unsigned char causes_fr[] = {
#embed "Packs/causes-fr.toml"
};
static const unsigned char causes_es[] = {
#embed "Packs/causes-es.toml"
};
static const unsigned char causes_it[] = {
#embed "Packs/causes-it.toml"
};
static const unsigned char texts_en[] = {
#embed "Packs/texts-en.toml"
};
static const unsigned char texts_de[] = {
#embed "Packs/texts-de.toml"
};
static const unsigned char texts_fr[] = {
#embed "Packs/texts-fr.toml"
};
static const unsigned char texts_es[] = {
#embed "Packs/texts-es.toml"
};
static const unsigned char texts_it[] = {
#embed "Packs/texts-it.toml"
};

#define PACK(name, symbol) {name, symbol, sizeof symbol}

static const struct pack_file files[] = {
    PACK("any-luring.toml", any_luring),
    PACK("any-conduct.toml", any_conduct),
    PACK("any-quality.toml", any_quality),
    PACK("any-form.toml", any_form),
    PACK("en-words.toml", en_words),
    PACK("en-public.toml", en_public),
    PACK("en-asking.toml", en_asking),
    PACK("en-goods.toml", en_goods),
    PACK("en-tying.toml", en_tying),
    PACK("en-conduct.toml", en_conduct),
    PACK("en-quality.toml", en_quality),
    PACK("en-form.toml", en_form),
    PACK("en-rewrites.toml", en_rewrites),
    PACK("en-readings.toml", en_readings),
    PACK("en-readings-rules.toml", en_readings_rules),
    PACK("en-signs.toml", en_signs),
    PACK("en-examples.toml", en_examples),
    PACK("de-words.toml", de_words),
    PACK("de-public.toml", de_public),
    PACK("de-asking.toml", de_asking),
    PACK("de-goods.toml", de_goods),
    PACK("de-tying.toml", de_tying),
    PACK("de-conduct.toml", de_conduct),
    PACK("de-quality.toml", de_quality),
    PACK("de-form.toml", de_form),
    PACK("de-rewrites.toml", de_rewrites),
    PACK("de-readings.toml", de_readings),
    PACK("de-signs.toml", de_signs),
    PACK("de-examples.toml", de_examples),
    PACK("fr-words.toml", fr_words),
    PACK("fr-public.toml", fr_public),
    PACK("fr-asking.toml", fr_asking),
    PACK("fr-goods.toml", fr_goods),
    PACK("fr-tying.toml", fr_tying),
    PACK("fr-conduct.toml", fr_conduct),
    PACK("fr-quality.toml", fr_quality),
    PACK("fr-form.toml", fr_form),
    PACK("fr-rewrites.toml", fr_rewrites),
    PACK("fr-readings.toml", fr_readings),
    PACK("fr-signs.toml", fr_signs),
    PACK("fr-examples.toml", fr_examples),
    PACK("es-words.toml", es_words),
    PACK("es-public.toml", es_public),
    PACK("es-asking.toml", es_asking),
    PACK("es-goods.toml", es_goods),
    PACK("es-tying.toml", es_tying),
    PACK("es-conduct.toml", es_conduct),
    PACK("es-quality.toml", es_quality),
    PACK("es-form.toml", es_form),
    PACK("es-rewrites.toml", es_rewrites),
    PACK("es-readings.toml", es_readings),
    PACK("es-signs.toml", es_signs),
    PACK("es-examples.toml", es_examples),
    PACK("it-words.toml", it_words),
    PACK("it-public.toml", it_public),
    PACK("it-asking.toml", it_asking),
    PACK("it-goods.toml", it_goods),
    PACK("it-tying.toml", it_tying),
    PACK("it-conduct.toml", it_conduct),
    PACK("it-quality.toml", it_quality),
    PACK("it-form.toml", it_form),
    PACK("it-rewrites.toml", it_rewrites),
    PACK("it-readings.toml", it_readings),
    PACK("it-signs.toml", it_signs),
    PACK("it-examples.toml", it_examples),
    PACK("causes-en.toml", causes_en),
    PACK("causes-de.toml", causes_de),
    PACK("causes-fr.toml", causes_fr),
    PACK("causes-es.toml", causes_es),
    PACK("causes-it.toml", causes_it),
    PACK("texts-en.toml", texts_en),
    PACK("texts-de.toml", texts_de),
    PACK("texts-fr.toml", texts_fr),
    PACK("texts-es.toml", texts_es),
    PACK("texts-it.toml", texts_it),
};

size_t pack_file_count(void) { return sizeof files / sizeof files[0]; }

struct pack_file pack_file_at(size_t index) { return files[index]; }
