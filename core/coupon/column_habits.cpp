// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/column_habits.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <cmath>

namespace seonchak {

namespace {

constexpr qsizetype digitsKept = 15; ///< of a number, by every spreadsheet
constexpr qsizetype fewZeros = 3;    ///< this many zeros at a number's end are hardly ever an accident

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A digit or an ASCII letter: without other characters there is no date and no fraction.
bool isAlone(char c)
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isNumber(QByteArrayView cell)
{
    return !cell.isEmpty() && std::ranges::all_of(cell, isDigit);
}

bool matches(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

/// Includes 2026-03-45: only the shape counts.
bool hasShapeOfDate(QByteArrayView cell)
{
    if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-')
        return false;
    return isNumber(cell.first(4)) && isNumber(cell.sliced(5, 2)) && isNumber(cell.sliced(8));
}

bool isDay(int year, int month, int day)
{
    return QDate::isValid(year, month, day) && year >= 1900 && year < 2100;
}

bool isIsoDate(QByteArrayView cell)
{
    return hasShapeOfDate(cell) &&
           isDay(cell.first(4).toInt(), cell.sliced(5, 2).toInt(), cell.sliced(8).toInt());
}

/// 2026/3/1, 2026. 3. 1., 3/1/2026, 1.3.2026, 3/1/26, each with or without a time.
bool isDateOfNumbers(const QString &text)
{
    static const QRegularExpression yearFirst(
        QStringLiteral(R"(^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})\.?( .*\d:\d\d.*|T\d\d:.*)?$)"));
    static const QRegularExpression yearLast(QStringLiteral(
        R"(^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})( .*\d:\d\d.*)?$|^(\d{1,2})/(\d{1,2})/(\d\d)$)"));
    if (const auto found = yearFirst.match(text); found.hasMatch())
        return isDay(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
    const auto found = yearLast.match(text);
    if (!found.hasMatch())
        return false;
    const bool isShort = found.captured(4).isEmpty();
    const int year = isShort ? 2000 + found.captured(8).toInt() : found.captured(4).toInt();
    const int one = found.captured(isShort ? 6 : 1).toInt();
    const int two = found.captured(isShort ? 7 : 3).toInt();
    return isDay(year, one, two) || isDay(year, two, one);
}

/// Mar-01, 1-Mar, 01-Mar-26, exactly as spreadsheets spell them: MAR-01 is an ordinary code.
bool isDateWithMonth(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^((0?[1-9]|[12]\d|3[01])[- ])?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)([- ](\d\d|\d{4}))?$)"));
    const auto found = pattern.match(text);
    return found.hasMatch() && text.size() > 3;
}

/// 3월 1일, 2026년 3월, 2026년 3월 1일
bool isKoreanDate(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\d{2,4}년 ?(1[0-2]|0?[1-9])월( ?\d{1,2}일)?$|^(1[0-2]|0?[1-9])월 ?\d{1,2}일$)"));
    return matches(pattern, text);
}

bool isFaultWord(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^#(NAME\?|REF!|VALUE!|N/A|DIV/0!|NULL!|NUM!|SPILL!|CALC!|ERROR!|BLOCKED!|CONNECT!)"
                       R"(|FIELD!|UNKNOWN!|BUSY!|GETTING_DATA)$|^Err:5\d\d$)"),
        QRegularExpression::CaseInsensitiveOption);
    return matches(pattern, text);
}

/// 1.23457E+11 and 1,23457E+11 by their fraction, 1E+11 by its sign; 1E5 is an ordinary code.
bool isShortened(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^[-+]?\d([.,]\d+E[-+]?|E[-+])\d{1,3}$)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return matches(pattern, text);
}

bool isDecimal(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\d+[.,]0+$|^\d{1,3}(,\d{3})+(\.\d+)?$)"));
    return matches(pattern, text);
}

std::optional<Damage> damageOfWord(const QString &text)
{
    static const QHash<QString, Damage> words{
        {QStringLiteral("TRUE"), Damage::Truth},   {QStringLiteral("FALSE"), Damage::Truth},
        {QStringLiteral("True"), Damage::Truth},   {QStringLiteral("False"), Damage::Truth},
        {QStringLiteral("참"), Damage::Truth},     {QStringLiteral("거짓"), Damage::Truth},
        {QStringLiteral("NULL"), Damage::Nothing}, {QStringLiteral("null"), Damage::Nothing},
        {QStringLiteral("NaN"), Damage::Nothing},  {QStringLiteral("nan"), Damage::Nothing},
        {QStringLiteral("None"), Damage::Nothing}, {QStringLiteral("(null)"), Damage::Nothing},
        {QStringLiteral("NaT"), Damage::Nothing},  {QStringLiteral("<NA>"), Damage::Nothing},
        {QStringLiteral("N/A"), Damage::Nothing},
    };
    if (const auto found = words.constFind(text); found != words.constEnd())
        return *found;
    if (text.size() >= 2 && std::ranges::all_of(text, [](QChar c) { return c == u'#'; }))
        return Damage::Hidden;
    return isFaultWord(text) ? std::optional(Damage::Fault) : std::nullopt;
}

} // namespace

ColumnHabits::ColumnHabits(std::span<const QByteArray> sample)
{
    std::array<qsizetype, tailsCounted> numbers{};
    std::array<qsizetype, tailsCounted> zeros{};
    QSet<QByteArray> beginnings; ///< of numbers whose tail is not all zeros
    for (const QByteArray &cell : sample) {
        m_datesAreCodes = m_datesAreCodes || (hasShapeOfDate(cell) && !isIsoDate(cell));
        const auto tail = std::size_t(std::max<qsizetype>(cell.size() - digitsKept, 0));
        if (tail == 0 || tail >= tailsCounted || !isNumber(cell))
            continue;
        const bool isZero = std::ranges::all_of(cell.sliced(digitsKept), [](char c) { return c == '0'; });
        ++numbers[tail];
        zeros[tail] += isZero ? 1 : 0;
        if (!isZero)
            beginnings.insert(cell.first(digitsKept) + char(tail));
    }
    for (std::size_t tail = 1; tail < tailsCounted; ++tail) {
        // One real code in ten ends in a zero, one in a hundred in two. Five times as many are no accident.
        const double byAccident = double(numbers[tail]) * std::pow(10.0, -double(tail));
        if (numbers[tail] > 0)
            m_rounded[tail] = double(zeros[tail]) > 5 * byAccident;
    }
    for (const QByteArray &cell : sample) { // ...000, ...001, ...002 were counted, not rounded
        const auto tail = std::size_t(std::max<qsizetype>(cell.size() - digitsKept, 0));
        if (tail > 0 && tail < tailsCounted && isNumber(cell) && cell.endsWith('0') &&
            beginnings.contains(cell.first(digitsKept) + char(tail)))
            m_rounded[tail] = false;
    }
}

bool ColumnHabits::isRounded(QByteArrayView cell) const
{
    const qsizetype tail = cell.size() - digitsKept;
    if (tail <= 0 || !isNumber(cell))
        return false;
    if (!std::ranges::all_of(cell.sliced(digitsKept), [](char c) { return c == '0'; }))
        return false;
    const auto learnt = std::size_t(tail) < tailsCounted ? m_rounded[std::size_t(tail)] : std::nullopt;
    return learnt.value_or(tail >= fewZeros);
}

std::optional<Damage> ColumnHabits::damageOf(QByteArrayView cell) const
{
    constexpr qsizetype longest = 40; // damaged codes are no longer, except rounded numbers
    if (isRounded(cell))
        return Damage::Rounded;
    if (cell.isEmpty() || cell.size() > longest)
        return std::nullopt;
    const QString text = QString::fromUtf8(cell);
    if (const auto damage = damageOfWord(text))
        return damage;
    // Few of a million codes pass this: the patterns below cost more than all the rest.
    if (!QByteArrayView("0123456789+-JFMASOND").contains(cell.front()) || std::ranges::all_of(cell, isAlone))
        return std::nullopt;
    if (isShortened(text))
        return Damage::Shortened;
    if (isDateOfNumbers(text) || isDateWithMonth(text) || isKoreanDate(text))
        return hasShapeOfDate(cell) && m_datesAreCodes ? std::nullopt : std::optional(Damage::Date);
    return isDecimal(text) ? std::optional(Damage::Decimal) : std::nullopt;
}

} // namespace seonchak
