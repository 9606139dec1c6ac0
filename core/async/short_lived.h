// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>

/// Memory for objects that live about as long as one request: coroutine frames, answers on their way, events
/// and callbacks.
///
/// A freed block stays with the thread that frees it, for that thread's next object of about the same size:
/// no lock, and no call of the allocator. Each block belongs to the allocator by itself, so it may be freed
/// on any thread. A thread keeps at most 512 KiB of free blocks, returns them when it ends, and keeps none
/// larger than 2 KiB. Under a sanitizer nothing is kept, so that it sees every use of a dead object.
namespace seonchak {

[[nodiscard]] void *takeShortLived(std::size_t bytes);
/// `bytes` as it was taken.
void giveShortLived(void *block, std::size_t bytes) noexcept;

/// The base of a class whose objects live in this memory.
struct ShortLived
{
    static void *operator new(std::size_t bytes) { return takeShortLived(bytes); }
    static void operator delete(void *block, std::size_t bytes) noexcept { giveShortLived(block, bytes); }
};

/// For std::allocate_shared.
template <typename T>
struct ShortLivedAllocator
{
    using value_type = T;

    ShortLivedAllocator() = default;
    template <typename U>
    explicit ShortLivedAllocator(const ShortLivedAllocator<U> &)
    {
    }
    [[nodiscard]] T *allocate(std::size_t count)
    {
        static_assert(alignof(T) <= alignof(std::max_align_t));
        return static_cast<T *>(takeShortLived(count * sizeof(T)));
    }
    void deallocate(T *block, std::size_t count) noexcept { giveShortLived(block, count * sizeof(T)); }
    bool operator==(const ShortLivedAllocator &) const = default;
};

/// A lambda that std::function keeps in this memory.
template <typename Function>
struct ShortLivedCall : ShortLived, Function
{
    explicit ShortLivedCall(Function function)
        : Function(std::move(function))
    {
    }
    using Function::operator();
};

} // namespace seonchak
