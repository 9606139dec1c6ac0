// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The config file and the token file: whatever stands in them, there is an answer; what we write we read
// back.

#include "app/options/config_file.h"
#include "core/record/text_file.h"
#include "tests/fuzz/promise.h"

#include <QFile>

#include <algorithm>

#include <unistd.h>

using namespace seonchak;
using namespace seonchak::fuzz;

namespace {

/// Another name each time: QSettings remembers what it read by name, time and size.
QString newPath()
{
    static int number = 0;
    return QStringLiteral("/dev/shm/seonchak-fuzz-%1-%2.ini").arg(getpid()).arg(number++ % 1000);
}

Result<ConfigTexts> readText(const QByteArray &text)
{
    const QString path = newPath();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        std::abort();
    file.close();
    auto read = config::read(path);
    promise(read.has_value() || read.error().detail.contains(path), "a fault names the file");
    QFile::remove(path);
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = bytesOf(data, size);
    const auto token = text_file::token(text);
    promise(!token || (!token->isEmpty() && token->trimmed() == *token), "a token has no blanks around it");
    promise(!token || text_file::token("\xEF\xBB\xBF" + *token + "\r\n").value_or(QByteArray()) == *token,
            "a mark and a line end are no part of a token");
    const auto read = readText(text);
    if (!read)
        return 0;
    ConfigTexts plain;
    for (auto one = read->begin(); one != read->end(); ++one) {
        for (const QString &value : one.value()) {
            if (!value.isEmpty() && value.isValidUtf16() && !value.contains(QChar(0xfeff)) &&
                std::ranges::none_of(value, [](QChar c) { return c.category() == QChar::Other_Control; }))
                plain[QStringLiteral("key%1").arg(plain.size())] = QStringList(value);
        }
    }
    const auto again = readText(config::toIni(plain));
    promise(again.has_value(), "what we write can be read");
    for (auto one = plain.begin(); one != plain.end(); ++one)
        promise(again->value(one.key()).join(QLatin1Char(',')) == one.value().join(QLatin1Char(',')),
                "what we write is read back");
    return 0;
}
