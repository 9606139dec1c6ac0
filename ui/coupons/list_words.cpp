// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/list_words.h"

#include "core/coupon/code_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"

namespace seonchak {

namespace {

constexpr qsizetype longestShown = 48;

QString cutShort(const QString &text)
{
    return text.size() > longestShown ? text.first(longestShown) + QChar(u'…') : text;
}

/// With a mark for each character that cannot be seen.
QString withMarks(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString ListWords::shown(const QByteArray &code)
{
    QString text = withMarks(QString::fromUtf8(code));
    for (QChar &c : text)
        c = c.isSpace() ? QChar(u'␣') : c;
    return cutShort(text);
}

QString ListWords::title(const QByteArray &cell)
{
    return cutShort(withMarks(QString::fromUtf8(cell).simplified()));
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
    case CodeFault::NotText:
        return tr("Letters in it were lost: it was saved or read in another encoding");
    case CodeFault::Damaged:
        return why(refused.damage.value_or(Damage::Nothing));
    case CodeFault::Title:
        return tr("A heading, not a code");
    case CodeFault::Doubled:
        return tr("Stands in line %1 already").arg(Words::number(refused.firstLine));
    case CodeFault::Taken:
        return tr("There is a coupon with this code already");
    case CodeFault::NotAdded:
        break;
    }
    return tr("Not added: the work ended before it");
}

QString ListWords::why(CodeOddity oddity)
{
    switch (oddity) {
    case CodeOddity::Formula:
        return tr("Unusual: it begins like a formula");
    case CodeOddity::Separator:
        return tr("Unusual: it has a comma, a semicolon or a bar. Are these several codes?");
    case CodeOddity::Quotes:
        return tr("Unusual: it has quotation marks");
    case CodeOddity::Letters:
        return tr("Unusual: it has letters other than A–Z");
    case CodeOddity::None:
        break;
    }
    return {};
}

QString ListWords::why(Damage damage)
{
    switch (damage) {
    case Damage::Shortened:
        return tr("Damaged: a spreadsheet shortened the number, and its digits are lost");
    case Damage::Rounded:
        return tr("Damaged: a spreadsheet kept 15 digits and made zeros of the rest");
    case Damage::Decimal:
        return tr("Damaged: a spreadsheet wrote it as an amount");
    case Damage::Date:
        return tr("Damaged: a spreadsheet made a date of it");
    case Damage::Fault:
        return tr("Damaged: a spreadsheet's error message stands in its place");
    case Damage::Hidden:
        return tr("Damaged: the column was too narrow, and only # was saved");
    case Damage::Truth:
        return tr("Damaged: a spreadsheet made “true” or “false” of it");
    case Damage::Nothing:
        break;
    }
    return tr("Damaged: another program's word for an empty cell");
}

QString ListWords::faultOf(const QByteArray &code)
{
    switch (codeFlaw(code)) {
    case CodeFlaw::None:
        return {};
    case CodeFlaw::Empty:
        return tr("A code cannot be empty.");
    case CodeFlaw::TooLong:
        return tr("A code has 64 bytes at most (a Korean letter takes three).");
    case CodeFlaw::Invisible:
    case CodeFlaw::NotText:
        break;
    }
    return tr("A code has no white space and no invisible characters.");
}

QString ListWords::added(qint64 count, qint64 pushed)
{
    if (pushed >= count)
        return CouponWords::counted(count, tr("1 coupon was added and pushed into the stock."),
                                    tr("%1 coupons were added and pushed into the stock."));
    if (pushed == 0)
        return CouponWords::counted(count, tr("1 coupon was added. It waits to be pushed."),
                                    tr("%1 coupons were added. They wait to be pushed."));
    return tr("%1 coupons were added, %2 of them pushed. Push the others when Redis is back.")
        .arg(Words::number(count), Words::number(pushed));
}

QString ListWords::name(CsvEncoding encoding)
{
    switch (encoding) {
    case CsvEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case CsvEncoding::Utf16Le:
        return QStringLiteral("UTF-16 LE");
    case CsvEncoding::Utf16Be:
        return QStringLiteral("UTF-16 BE");
    case CsvEncoding::Cp949:
        return QStringLiteral("CP949 (EUC-KR)");
    case CsvEncoding::Windows1252:
        break;
    }
    return QStringLiteral("Windows-1252");
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
        return tr("Line %1 cannot be read in this encoding. Choose another one, or save the file again as "
                  "“CSV UTF-8”.")
            .arg(line);
    case Kind::Utf16:
        return tr("This is not a text file. Save the list as “CSV UTF-8”.");
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
