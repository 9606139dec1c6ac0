// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/file_steps.h"

#include "core/async/off_thread.h"

namespace seonchak {

namespace {

Result<void> asBadInput(Result<void> written)
{
    if (!written)
        written.error().trouble = Trouble::BadInput;
    return written;
}

} // namespace

QCoro::Task<Result<void>> file_steps::add(WorkPool &pool, File file, std::function<QByteArray()> text)
{
    std::function<Result<void>()> work = [file = std::move(file), text = std::move(text)] {
        return asBadInput(file->add(text()));
    };
    auto adding = offThread(pool, std::move(work));
    co_return co_await adding;
}

QCoro::Task<Result<void>> file_steps::commit(WorkPool &pool, File file)
{
    std::function<Result<void>()> work = [file = std::move(file)] { return asBadInput(file->commit()); };
    auto committing = offThread(pool, std::move(work));
    co_return co_await committing;
}

QCoro::Task<> file_steps::discard(WorkPool &pool, File file)
{
    std::function<bool()> work = [file = std::move(file)] {
        file->discard();
        return true;
    };
    auto discarding = offThread<bool>(pool, std::move(work));
    co_await discarding;
}

std::unexpected<Error> file_steps::ofTheContent(Error error)
{
    if (error.trouble == Trouble::BadInput)
        error.trouble = Trouble::Internal;
    return std::unexpected(std::move(error));
}

} // namespace seonchak
