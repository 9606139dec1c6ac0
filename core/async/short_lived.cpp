// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/short_lived.h"

#include <array>
#include <new>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define SEONCHAK_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SEONCHAK_SANITIZED
#endif

namespace seonchak {

#ifdef SEONCHAK_SANITIZED

void *takeShortLived(std::size_t bytes)
{
    return ::operator new(bytes);
}

void giveShortLived(void *block, std::size_t) noexcept
{
    ::operator delete(block);
}

#else

namespace {

constexpr std::size_t step = 64;
constexpr std::size_t largest = 2048;
constexpr std::size_t mostKept = 512 * 1024;

struct FreeBlock
{
    FreeBlock *next;
};

/// One list for each size. It has no destructor, so that it can be used until the very end of its thread.
struct Shelves
{
    std::array<FreeBlock *, largest / step> free{};
    std::size_t kept = 0;
    bool isOpen = false;
    bool hasEnded = false;
};

constinit thread_local Shelves shelves;

/// Clears the thread's shelves when the thread ends.
struct Sweeper
{
    Sweeper() { shelves.isOpen = true; }
    ~Sweeper()
    {
        shelves.isOpen = false;
        shelves.hasEnded = true;
        for (FreeBlock *&first : shelves.free) {
            while (first)
                ::operator delete(std::exchange(first, first->next));
        }
    }
    Sweeper(const Sweeper &) = delete;
    Sweeper &operator=(const Sweeper &) = delete;
};

bool open() noexcept
{
    if (!shelves.isOpen && !shelves.hasEnded)
        thread_local const Sweeper sweeper;
    return shelves.isOpen;
}

std::size_t shelfOf(std::size_t bytes)
{
    return (bytes - 1) / step;
}

} // namespace

void *takeShortLived(std::size_t bytes)
{
    if (bytes == 0 || bytes > largest)
        return ::operator new(bytes);
    const std::size_t shelf = shelfOf(bytes);
    FreeBlock *&first = shelves.free[shelf];
    if (!first)
        return ::operator new((shelf + 1) * step);
    shelves.kept -= (shelf + 1) * step;
    return std::exchange(first, first->next);
}

void giveShortLived(void *block, std::size_t bytes) noexcept
{
    const std::size_t shelf = bytes == 0 || bytes > largest ? 0 : shelfOf(bytes);
    const std::size_t size = (shelf + 1) * step;
    if (!block || bytes == 0 || bytes > largest || shelves.kept + size > mostKept || !open())
        return ::operator delete(block);
    FreeBlock *&first = shelves.free[shelf];
    first = new (block) FreeBlock{first};
    shelves.kept += size;
}

#endif

} // namespace seonchak
