// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/refused_file.h"

#include "core/async/off_thread.h"
#include "core/coupon/csv_writer.h"
#include "core/record/whole_file.h"
#include "ui/coupons/list_words.h"

namespace seonchak {

namespace {

bool writeLines(const QString &path, const QList<RefusedCode> &refused)
{
    QByteArray text = csvMark + csvLine({"line", "code", "reason"});
    for (const auto &one : refused)
        text += csvLine({QByteArray::number(one.line), one.code, ListWords::why(one).toUtf8()});
    return writeWhole(path, text).has_value();
}

} // namespace

QCoro::Task<> writeRefused(WorkPool &pool, QString path, QList<RefusedCode> refused,
                           std::function<void(bool)> done)
{
    std::function<bool()> work = [path, refused] { return writeLines(path, refused); };
    auto task = offThread<bool>(pool, std::move(work));
    const bool fine = co_await task;
    done(fine);
}

} // namespace seonchak
