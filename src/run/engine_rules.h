/* SPDX-License-Identifier: MIT */
/* The part of the engine that keeps rules of the house; engine.h asks for them. */
#ifndef DD_RUN_ENGINE_RULES_H
#define DD_RUN_ENGINE_RULES_H

struct dd_engine;

void dd_engine_release_rules(struct dd_engine *engine);

#endif
