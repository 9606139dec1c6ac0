// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: counts what each of its threads asks of the allocator, whichever allocator it is.
//
//     LD_PRELOAD=libseonchak_alloc_count.so SEONCHAK_ALLOC_COUNT=FILE PROGRAM…
//
// FILE is mapped and may be read at any time: SLOTS records of {thread, allocations, bytes}, each 64 bits. The
// program's children are not counted: a process that they start would write into the same file.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define SLOTS 256

struct slot
{
    uint64_t thread;
    uint64_t allocations;
    uint64_t bytes;
};

static struct slot unmapped[SLOTS];
static struct slot *slots = unmapped;
static atomic_uint taken;
// Found by an offset that is known at start: any other kind of thread-local variable is allocated at first use.
static _Thread_local struct slot *mine __attribute__((tls_model("initial-exec")));

static void *(*next_malloc)(size_t);
static void *(*next_calloc)(size_t, size_t);
static void *(*next_realloc)(void *, size_t);
static void *(*next_aligned)(size_t, size_t);
static void (*next_free)(void *);

// dlsym may allocate before it has told us whom to ask.
static _Alignas(16) char early[16384];
static size_t early_used;

static int is_early(const void *pointer)
{
    return (const char *)pointer >= early && (const char *)pointer < early + sizeof early;
}

static void *early_memory(size_t size)
{
    const size_t begin = early_used;
    early_used += (size + 15) & ~(size_t)15;
    if (early_used > sizeof early)
        abort();
    return early + begin;
}

static void look_up(void)
{
    static int looking;
    if (looking)
        return;
    looking = 1;
    next_calloc = dlsym(RTLD_NEXT, "calloc");
    next_realloc = dlsym(RTLD_NEXT, "realloc");
    next_aligned = dlsym(RTLD_NEXT, "aligned_alloc");
    next_free = dlsym(RTLD_NEXT, "free");
    next_malloc = dlsym(RTLD_NEXT, "malloc");
}

__attribute__((constructor)) static void map_file(void)
{
    const char *name = getenv("SEONCHAK_ALLOC_COUNT");
    const int file = name ? open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (file < 0 || ftruncate(file, sizeof unmapped) != 0)
        return;
    void *mapped = mmap(NULL, sizeof unmapped, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (mapped == MAP_FAILED)
        return;
    memcpy(mapped, unmapped, sizeof unmapped);
    if (mine)
        mine = (struct slot *)mapped + (mine - unmapped);
    slots = mapped;
    unsetenv("LD_PRELOAD");
    unsetenv("SEONCHAK_ALLOC_COUNT");
}

static void count(size_t bytes)
{
    if (!mine) {
        const unsigned index = atomic_fetch_add(&taken, 1);
        mine = &slots[index < SLOTS ? index : SLOTS - 1];
        mine->thread = (uint64_t)gettid();
    }
    ++mine->allocations;
    mine->bytes += bytes;
}

void *malloc(size_t size)
{
    if (!next_malloc)
        look_up();
    if (!next_malloc)
        return early_memory(size);
    count(size);
    return next_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    if (!next_malloc)
        look_up();
    if (!next_malloc)
        return early_memory(number * size); // never used before: it is zero
    count(number * size);
    return next_calloc(number, size);
}

void *realloc(void *pointer, size_t size)
{
    if (!next_malloc)
        look_up();
    if (!is_early(pointer)) {
        count(size);
        return next_realloc(pointer, size);
    }
    void *moved = malloc(size);
    const size_t left = (size_t)(early + sizeof early - (char *)pointer);
    if (moved)
        memcpy(moved, pointer, size < left ? size : left);
    return moved;
}

void *aligned_alloc(size_t alignment, size_t size)
{
    if (!next_malloc)
        look_up();
    if (!next_malloc)
        abort();
    count(size);
    return next_aligned(alignment, size);
}

void *memalign(size_t alignment, size_t size)
{
    return aligned_alloc(alignment, size);
}

int posix_memalign(void **result, size_t alignment, size_t size)
{
    *result = aligned_alloc(alignment, size);
    return *result ? 0 : ENOMEM;
}

void free(void *pointer)
{
    if (!next_malloc)
        look_up();
    if (!is_early(pointer) && next_free)
        next_free(pointer);
}

// The C++ operators, which an allocator may bring along itself and which would then pass malloc by.
static void *wanted(void *memory)
{
    if (!memory)
        abort();
    return memory;
}

#define NAMED(name) __asm__(name)
void *new_one(size_t size) NAMED("_Znwm");
void *new_many(size_t size) NAMED("_Znam");
void *new_one_aligned(size_t size, size_t alignment) NAMED("_ZnwmSt11align_val_t");
void *new_many_aligned(size_t size, size_t alignment) NAMED("_ZnamSt11align_val_t");
void *new_one_or_null(size_t size, const void *) NAMED("_ZnwmRKSt9nothrow_t");
void *new_many_or_null(size_t size, const void *) NAMED("_ZnamRKSt9nothrow_t");
void delete_one(void *pointer) NAMED("_ZdlPv");
void delete_many(void *pointer) NAMED("_ZdaPv");
void delete_one_sized(void *pointer, size_t) NAMED("_ZdlPvm");
void delete_many_sized(void *pointer, size_t) NAMED("_ZdaPvm");
void delete_one_aligned(void *pointer, size_t) NAMED("_ZdlPvSt11align_val_t");
void delete_many_aligned(void *pointer, size_t) NAMED("_ZdaPvSt11align_val_t");
void delete_one_both(void *pointer, size_t, size_t) NAMED("_ZdlPvmSt11align_val_t");
void delete_many_both(void *pointer, size_t, size_t) NAMED("_ZdaPvmSt11align_val_t");
void delete_one_nothrow(void *pointer, const void *) NAMED("_ZdlPvRKSt9nothrow_t");
void delete_many_nothrow(void *pointer, const void *) NAMED("_ZdaPvRKSt9nothrow_t");

// clang-format off
void *new_one(size_t size) { return wanted(malloc(size)); }
void *new_many(size_t size) { return wanted(malloc(size)); }
void *new_one_aligned(size_t size, size_t alignment) { return wanted(aligned_alloc(alignment, size)); }
void *new_many_aligned(size_t size, size_t alignment) { return wanted(aligned_alloc(alignment, size)); }
void *new_one_or_null(size_t size, const void *unused) { (void)unused; return malloc(size); }
void *new_many_or_null(size_t size, const void *unused) { (void)unused; return malloc(size); }
void delete_one(void *pointer) { free(pointer); }
void delete_many(void *pointer) { free(pointer); }
void delete_one_sized(void *pointer, size_t size) { (void)size; free(pointer); }
void delete_many_sized(void *pointer, size_t size) { (void)size; free(pointer); }
void delete_one_aligned(void *pointer, size_t alignment) { (void)alignment; free(pointer); }
void delete_many_aligned(void *pointer, size_t alignment) { (void)alignment; free(pointer); }
void delete_one_both(void *pointer, size_t size, size_t alignment) { (void)size; (void)alignment; free(pointer); }
void delete_many_both(void *pointer, size_t size, size_t alignment) { (void)size; (void)alignment; free(pointer); }
void delete_one_nothrow(void *pointer, const void *unused) { (void)unused; free(pointer); }
void delete_many_nothrow(void *pointer, const void *unused) { (void)unused; free(pointer); }
// clang-format on
