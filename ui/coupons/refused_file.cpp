// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/refused_file.h"

#include "core/async/off_thread.h"
#include "core/coupon/csv_writer.h"
#include "ui/coupons/list_words.h"

#include <QSaveFile>

namespace seonchak {

namespace {

bool writeLines(const QString &path, const QList<RefusedCode> &refused)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QByteArray text = csvMark + csvLine({"line", "code", "reason"});
    for (const auto &one : refused)
        text += csvLine({QByteArray::number(one.line), one.code, ListWords::why(one).toUtf8()});
    // Flushed by hand: commit() forgets that its own flush failed, and a full disk would leave half a file.
    return file.write(text) == text.size() && file.flush() && file.commit();
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
