/* SPDX-License-Identifier: MIT */
/*
 * What a worker process puts on before it touches a document: layers that keep
 * a parser with a hole from harming more than this one document. For forked
 * children only; the layers cannot be taken off again. docs/containment.md says
 * what each of them does, and with which numbers.
 */
#ifndef DD_RUN_SANDBOX_H
#define DD_RUN_SANDBOX_H

#include <stddef.h>
#include <sys/types.h>
#include "base/memory.h"

enum dd_layer {
	DD_LAYER_DESCRIPTORS,  /* no descriptor is open but those kept */
	DD_LAYER_NO_NEW_PRIVS, /* no program run from here gains rights */
	DD_LAYER_LANDLOCK,     /* no file but in the readable folders */
	DD_LAYER_SECCOMP,      /* no system call but those of the list */
	DD_LAYER_RLIMITS,      /* processes, files, stack, address space */
	DD_LAYER_TIMERS,       /* seconds for a document */
	DD_LAYER_MEMORY,       /* bytes for a document */
	DD_LAYERS,	       /* how many there are */
};

/* How a worker ends that reached a limit of its document, by _exit. */
enum dd_worker_exit {
	DD_WORKER_MEMORY = DD_MEMORY_EXIT,
	DD_WORKER_CPU = 72,
	DD_WORKER_WALL = 73,
	DD_WORKER_ORPHAN = 74, /* its parent has ended */
};

/* A sanitizer takes that many times as long for a document. */
#ifdef __SANITIZE_ADDRESS__
#define DD_SANDBOX_SLOWER 10
#else
#define DD_SANDBOX_SLOWER 1
#endif

/* What a worker has, at most. */
enum {
	DD_SANDBOX_FILES = 16,		    /* numbers of descriptors */
	DD_SANDBOX_STACK = 8 * 1024 * 1024, /* bytes */
	DD_SANDBOX_SPACE =
	    1024 * 1024 * 1024, /* bytes more than at its start */
	DD_SANDBOX_LIFE = 3600, /* seconds of processor for all documents */
	DD_SANDBOX_GRACE = 2,	/* seconds of processor over the budget */
};

struct dd_sandbox_options {
	const int *keep; /* descriptors that stay open, in any order */
	size_t keep_count;
	int receive; /* of them the one that others come by; below 1: none */
	/* Folders, whose files can be read but not listed, and files:
	 * dictionaries. What is not there is passed over. */
	const char *const *readable;
	size_t readable_count;
	/* The process that forked this one, which ends with it; 0: whoever is
	 * the parent now. Given, a parent that ended before the call is seen. */
	pid_t parent;
};

/* Puts on what the kernel offers and returns the layers that are active, a set
 * of bits (1u << layer). To be called once, in the child, before any document,
 * by its only thread. Of the descriptors 0, 1 and 2, those that are not kept
 * lead to /dev/null. A build with sanitizers has neither DD_LAYER_SECCOMP nor
 * DD_LAYER_RLIMITS: sanitizers need more calls and more address space. */
unsigned dd_sandbox_enter(const struct dd_sandbox_options *options);

/* The layers that would be active here; a child is forked to find out. 0 where
 * it cannot be forked. */
unsigned dd_sandbox_probe(void);

/* "landlock"; NULL behind the last. */
const char *dd_layer_name(enum dd_layer layer);

/* What one document may take; 0: no limit. */
struct dd_sandbox_budget {
	size_t cpu;    /* milliseconds of this process */
	size_t wall;   /* milliseconds */
	size_t memory; /* bytes of the heap */
};

/* From now on the process may take the budget of DD_LIMIT_CPU, DD_LIMIT_WALL and
 * DD_LIMIT_MEMORY; what goes over it ends the process with a code of
 * dd_worker_exit. At the end of a document nothing is counted any more, but what
 * the process needs to hand out results. To be called behind dd_sandbox_enter. */
void dd_sandbox_document_begin(void);
void dd_sandbox_document_begin_within(const struct dd_sandbox_budget *budget);
void dd_sandbox_document_end(void);

#endif
