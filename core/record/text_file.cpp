// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/text_file.h"

#include <QFile>
#include <QUtf8StringView>

#include <algorithm>

#include <sys/stat.h>

namespace seonchak::text_file {

namespace {

constexpr qsizetype longestToken = 4096;
constexpr qint64 secretFileMost = 64 * 1024; // a secret is short; the rest of a large file does not matter

std::unexpected<Error> bad(const char *why)
{
    return failure(Trouble::BadInput, QString::fromUtf8(why));
}

/// ASCII in UTF-16 has a zero byte beside each letter, always on the same side.
bool isWide(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return true;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const qsizetype most = std::max(zeros[0], zeros[1]);
    return bytes.size() % 2 == 0 && most * 3 > bytes.size() && std::min(zeros[0], zeros[1]) * 4 < most;
}

bool isSeen(char32_t c)
{
    return QChar::isPrint(c) && (c == U' ' || !QChar::isSpace(c)) &&
           QChar::category(c) != QChar::Other_Format;
}

} // namespace

Result<QByteArray> plain(const QByteArray &bytes)
{
    if (isWide(bytes))
        return bad("is saved in UTF-16: save it again as UTF-8 (in Notepad: Save as, Encoding UTF-8)");
    if (bytes.contains('\0'))
        return bad("is not a text file: there are zero bytes in it");
    QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    if (!QUtf8StringView(text).isValidUtf8())
        return bad("is not in UTF-8: save it again as UTF-8 (in Notepad: Save as, Encoding UTF-8)");
    return text;
}

Result<QByteArray> secret(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::BadInput, QStringLiteral("cannot be read: %1").arg(file.errorString()));
    struct stat about = {};
    if (::fstat(file.handle(), &about) != 0 || (about.st_mode & 077) != 0)
        return bad("can be read by others: chmod 600 it");
    return file.read(secretFileMost);
}

Result<QByteArray> token(const QByteArray &bytes)
{
    const auto text = plain(bytes);
    if (!text)
        return text;
    QByteArray word = text->trimmed();
    if (word.isEmpty())
        return bad("is empty: write the token into it, in one line");
    if (word.contains('\n') || word.contains('\r'))
        return bad("has more than one line: it must hold the token alone");
    if (word.size() > longestToken)
        return bad("holds a token longer than 4096 bytes");
    // Qt's decoder drops a BOM at the start, so this looks for a second one.
    const QList<uint> letters = QString::fromUtf8(word).toUcs4();
    if (word.startsWith("\xEF\xBB\xBF") || !std::ranges::all_of(letters, isSeen))
        return bad("has control or invisible characters in the token: type it anew");
    return word;
}

} // namespace seonchak::text_file
