/* SPDX-License-Identifier: MIT */
/* How summaries are written in Japanese: the readers of lead.h and body.h for it. */
#ifndef DD_IMPORT_JAPANESE_H
#define DD_IMPORT_JAPANESE_H

#include "import/body.h"
#include "import/person.h"

/* What an office is of, and what it is. */
#define DD_FIELD_JAPANESE                                                                                  \
	"(?:外務|外交|国防|防衛|財務|経済|産業|通商|貿易|国際|協力|開発|"          \
	"気候変動|環境|農業|農林|水産|漁業|海洋|内務|法務|司法|国務|国家|"       \
	"対外|関係|欧州|連邦|特命|全権|担当|エネルギー|観光|文化|教育|科学|"    \
	"技術|保健|厚生|労働|運輸|国土|交通|デジタル|安全保障|内閣|官房|総理|" \
	"宗務|宗教|移民|移住|統合|投資|商業|商務|工業|計画|住宅|地域|領土|"      \
	"在外|国民|スポーツ|公共|事業|社会|福祉|人権|平等|女性|青年|家族|"       \
	"復興|防災|危機管理|政策|インフラ|鉱物|資源|石油|情報|広報|報道|"        \
	"公安|総務|林業|食料|イノベーション|研究|高等|通信|雇用|共同体|"         \
	"英連邦|共産党|中央|政治局|国務院|アフリカ|中東|北米|中南米|アジア|"   \
	"大洋州|欧亜|南部|西欧|"                                                                  \
	"副|筆頭|臨時|代理|第一|第二|次席|上級|常駐|政務|事務|部|省|府|局|課)"
#define DD_POST_JAPANESE                                                                              \
	"(?:大臣政務官|大臣|大統領|首相|外相|国防相|防衛相|長官|大使|公使|" \
	"総領事|局長|部長|課長|参事官|次官補|次官|審議官|事務総長|"           \
	"事務局長|上級代表|議長|委員長|総裁|委員|国王|女王|皇太子)"

/* See struct dd_lead_reader. */
bool dd_person_next_japanese(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention);
void dd_person_know_japanese(struct dd_lead *lead, struct dd_mention *mention);
void dd_person_order_japanese(
    struct dd_lead *lead, struct dd_mention *mention, const char *body);

void dd_lead_read_occasion_japanese(struct dd_lead *lead);
void dd_lead_use_form_japanese(struct dd_lead *lead);
/* Which meeting of a row it was, and its parts. */
void dd_lead_read_facts_japanese(struct dd_lead *lead);
/* The side of someone who attended, by "先方から"; "ほか" behind them; who asked
 * for the meeting. */
const struct dd_party_name *
dd_lead_find_side_japanese(struct dd_lead *lead, struct dd_extent at);
void dd_lead_read_sides_japanese(struct dd_lead *lead);
void dd_lead_read_initiative_japanese(struct dd_lead *lead);
bool dd_lead_is_whole_japanese(struct dd_lead *lead);

/* Writes a sentence, bytes [at.from, at.to) of a block: a statement for each
 * speaker that it has. */
void dd_body_sentence_japanese(struct dd_talk *talk,
    const struct dd_block *block, struct dd_extent at, xmlNode *parent);

/* Who speaks in a sentence: the first that stands before は, から or より at the
 * beginning of a clause. NULL where it is nobody who took part. */
const char *
dd_talk_actor_japanese(struct dd_talk *talk, const char *text, size_t len);

#endif
