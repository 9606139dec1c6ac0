// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/short_lived.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

using namespace seonchak;

namespace {

/// Whether this build keeps blocks; under a sanitizer it does not.
bool isKept()
{
    void *const first = takeShortLived(100);
    giveShortLived(first, 100);
    void *const second = takeShortLived(100);
    giveShortLived(second, 100);
    return first == second;
}

struct Sized : ShortLived
{
    std::array<char, 300> bytes;
};

} // namespace

class TestShortLived : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBlockServesTheNextOfItsSize();
    void blocksInUseAreDistinct();
    void largeBlocksAreNotKept();
    void aThreadKeepsNoMoreThanItsBound();
    void aBlockMayBeFreedOnAnotherThread();
    void functionsKeepTheirCaptures();
};

void TestShortLived::aBlockServesTheNextOfItsSize()
{
    if (!isKept())
        return;
    const auto first = std::make_unique<Sized>();
    void *memory = nullptr;
    {
        const auto second = std::make_unique<Sized>();
        memory = second.get();
        QVERIFY(memory != first.get());
    }
    const auto third = std::make_unique<Sized>();
    QCOMPARE(static_cast<void *>(third.get()), memory);
    void *const smaller = takeShortLived(sizeof(Sized) / 2);
    QVERIFY(smaller != memory);
    giveShortLived(smaller, sizeof(Sized) / 2);
}

void TestShortLived::blocksInUseAreDistinct()
{
    for (int round = 0; round < 3; ++round) {
        std::vector<std::pair<unsigned char *, std::size_t>> blocks;
        for (std::size_t bytes = 1; bytes <= 2100; bytes += 7) {
            auto *const block = static_cast<unsigned char *>(takeShortLived(bytes));
            std::fill_n(block, bytes, static_cast<unsigned char>(bytes));
            blocks.emplace_back(block, bytes);
        }
        for (const auto &[block, bytes] : blocks) {
            QVERIFY(std::all_of(block, block + bytes, [bytes](unsigned char one) {
                return one == static_cast<unsigned char>(bytes);
            }));
            giveShortLived(block, bytes);
        }
    }
}

void TestShortLived::largeBlocksAreNotKept()
{
    giveShortLived(nullptr, 100);
    giveShortLived(takeShortLived(0), 0);
    void *const large = takeShortLived(1 << 20);
    std::fill_n(static_cast<char *>(large), 1 << 20, 'x');
    giveShortLived(large, 1 << 20);
}

void TestShortLived::aThreadKeepsNoMoreThanItsBound()
{
    constexpr std::size_t size = 2048;
    constexpr std::size_t bound = 512 * 1024 / size;
    if (!isKept())
        return;
    std::thread([] {
        std::vector<void *> first(3 * bound);
        for (void *&block : first)
            block = takeShortLived(size);
        for (void *block : first)
            giveShortLived(block, size);
        std::vector<void *> again(bound);
        for (void *&block : again)
            block = takeShortLived(size);
        // The last one that was kept comes first; the others went back to the allocator.
        QCOMPARE(again.front(), first[bound - 1]);
        QCOMPARE(again.back(), first.front());
        for (void *block : again)
            giveShortLived(block, size);
    }).join();
}

/// Also after that thread's own blocks are gone.
void TestShortLived::aBlockMayBeFreedOnAnotherThread()
{
    struct Late
    {
        ~Late() { giveShortLived(block, 200); }
        void *block = nullptr;
    };
    void *const ours = takeShortLived(200);
    std::thread([ours] {
        thread_local Late late; // ends after what begins later: the thread's own blocks
        late.block = ours;
        giveShortLived(takeShortLived(200), 200);
    }).join();
    std::thread([] { giveShortLived(takeShortLived(200), 200); }).join();
}

void TestShortLived::functionsKeepTheirCaptures()
{
    auto witness = std::make_shared<int>(42);
    {
        auto lambda = [witness, more = std::array<int, 30>{7}] { return *witness + more[0]; };
        const std::function<int()> first = ShortLivedCall(std::move(lambda));
        const std::function<int()> copy = first;
        QCOMPARE(first(), 49);
        QCOMPARE(copy(), 49);
        QCOMPARE(witness.use_count(), 3);
    }
    QCOMPARE(witness.use_count(), 1);
    const auto shared = std::allocate_shared<std::array<int, 5>>(ShortLivedAllocator<std::array<int, 5>>());
    QCOMPARE(shared->size(), 5U);
}

QTEST_APPLESS_MAIN(TestShortLived)
#include "tst_short_lived.moc"
