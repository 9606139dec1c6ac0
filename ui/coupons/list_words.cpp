// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/list_words.h"

#include "core/coupon/coupon.h"
#include "ui/parts/words.h"

namespace seonchak {

QString ListWords::shown(const QByteArray &code)
{
    constexpr qsizetype most = 48;
    QString text = QString::fromUtf8(code);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
        else if (c.isSpace())
            c = u'␣';
    }
    return text.size() > most ? text.first(most) + QChar(u'…') : text;
}

QString ListWords::why(const RefusedCode &refused)
{
    switch (refused.fault) {
    case CodeFault::Empty:
        return tr("There is no code");
    case CodeFault::TooLong:
        return tr("Longer than 64 bytes");
    case CodeFault::Invalid:
        return tr("White space or invisible characters in it");
    case CodeFault::Doubled:
        return tr("Stands in line %1 already").arg(Words::number(refused.firstLine));
    case CodeFault::Taken:
        return tr("There is a coupon with this code already");
    case CodeFault::NotAdded:
        break;
    }
    return tr("Not added: the work ended before it");
}

QString ListWords::faultOf(const QByteArray &code)
{
    if (code.isEmpty())
        return tr("A code cannot be empty.");
    if (code.size() > 64)
        return tr("A code has 64 bytes at most (a Korean letter takes three).");
    return isValidCode(code) ? QString() : tr("A code has no white space and no invisible characters.");
}

QString ListWords::why(const CsvFault &fault)
{
    using Kind = CsvFault::Kind;
    const QString line = Words::number(fault.line);
    switch (fault.kind) {
    case Kind::Unreadable:
        return tr("The file cannot be read. Is it still there, and may you read it?");
    case Kind::TooLarge:
        return tr("The file is larger than 100 MB. Split it.");
    case Kind::NotUtf8:
        return tr("Line %1 is not UTF-8. Save the file again as “CSV UTF-8”.").arg(line);
    case Kind::Utf16:
        return tr("The file is UTF-16, or no text at all. Save it again as “CSV UTF-8”.");
    case Kind::BrokenQuotes:
        return tr("Line %1 has a quotation mark where none may stand. Write it twice, within quotes.")
            .arg(line);
    case Kind::OpenQuotes:
        return tr("The quotes in line %1 are opened and never closed.").arg(line);
    case Kind::LongCell:
        return tr("A cell in line %1 is longer than 64 KB: a closing quotation mark may be missing.")
            .arg(line);
    case Kind::ManyColumns:
        return tr("Line %1 has more than 1,000 columns. This is not a list of codes.").arg(line);
    case Kind::ManyRows:
        return tr("The file has more than 1,000,000 rows. Split it.");
    case Kind::NoRows:
        return tr("There are no codes in the file.");
    case Kind::Stopped:
        break;
    }
    return tr("Reading was stopped.");
}

} // namespace seonchak
