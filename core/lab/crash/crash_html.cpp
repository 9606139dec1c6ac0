// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/crash/crash_matrix.h"
#include "core/lab/trial/trial.h"
#include "core/record/html_parts.h"

#include <QJsonArray>

#include <span>

namespace seonchak::lab {

namespace {

struct Words
{
    const char *key;
    const char *korean;
    const char *english;
};

constexpr Words verdicts[] = {
    {"whole", "온전함", "whole"},
    {"double", "중복 발급", "doubled"},
    {"second", "한 사람에게 두 장", "second coupon"},
    {"lost", "유실", "lost"},
    {"unbacked", "기록 없는 발급", "unbacked 200"},
    {"store-only", "편의점에만 있음", "only at the store"},
    {"stuck", "미결", "never settled"},
};
constexpr Words answers[] = {
    {"NO_ANSWER", "응답 없음", "no answer"},
    {"ISSUED", "발급", "issued"},
    {"ALREADY", "이미 받음", "already"},
    {"SOLD_OUT", "소진", "sold out"},
    {"STORE_FAILED", "편의점 실패", "store failed"},
    {"IN_DOUBT", "확인 중", "in doubt"},
    {"IN_PROGRESS", "처리 중", "in progress"},
    {"UNAVAILABLE", "이용 불가", "unavailable"},
};
/// A cell's counts, by verdict.
constexpr std::pair<const char *, const char *> counts[] = {
    {"double", "double"},     {"second", "second"},        {"lost", "lost"},
    {"unbacked", "unbacked"}, {"storeOnly", "store-only"}, {"stuck", "stuck"},
};
constexpr Words partnerFates[] = {
    {"accepts", "편의점이 받아들임", "the store accepts"},
    {"refuses", "편의점이 거절함", "the store refuses"},
    {"loses-answer", "편의점의 응답이 사라짐", "the store's answer is lost"},
};

QString spoken(std::span<const Words> table, const QString &key)
{
    for (const Words &words : table) {
        if (key == QLatin1String(words.key))
            return html::both(QString::fromUtf8(words.korean), QString::fromUtf8(words.english));
    }
    return key.toHtmlEscaped();
}

QString text(const QJsonObject &cell, const char *key)
{
    return cell.value(QLatin1String(key)).toString();
}

/// Every fault in words and colour, and below it the killed user's answers, first and on retry.
QString cellHtml(const QJsonObject &cell)
{
    const bool whole = text(cell, "verdict") == QLatin1String("whole");
    QStringList faults;
    for (const auto &[key, verdict] : counts) {
        const int count = cell.value(QLatin1String(key)).toInt();
        if (count > 0)
            faults << spoken(verdicts, QString::fromLatin1(verdict)) + QStringLiteral(" %1").arg(count);
    }
    if (faults.isEmpty())
        faults << spoken(verdicts, text(cell, "verdict"));
    return QStringLiteral("<span class=\"%1\">%2</span><br><span class=\"soft\">%3 → %4</span>")
        .arg(whole ? QStringLiteral("good") : QStringLiteral("bad"), faults.join(QStringLiteral(" · ")),
             spoken(answers, text(cell, "killed")), spoken(answers, text(cell, "again")));
}

/// The step, and the partner's behaviour; empty if the strategy never calls the partner.
QString stepHtml(const QJsonObject &cell)
{
    const auto strategy = strategyFromName(text(cell, "strategy"));
    const QString step = QStringLiteral("<code>%1</code>").arg(text(cell, "step").toHtmlEscaped());
    if (!strategy || !doesCallPartner(*strategy))
        return step;
    return step + QStringLiteral("<br><span class=\"soft\">%1</span>")
                      .arg(spoken(partnerFates, text(cell, "store")));
}

QString both(const char *korean, const char *english)
{
    return html::both(QString::fromUtf8(korean), QString::fromUtf8(english));
}

/// One strategy on one database: a row for each step.
QString strategyTable(const QList<QJsonObject> &cells)
{
    QList<QStringList> rows;
    QString last;
    for (const QJsonObject &cell : cells) {
        const QString step = text(cell, "step");
        if (step != last)
            rows.append({stepHtml(cell), QString(), QString()});
        last = step;
        rows.last()[text(cell, "side") == QLatin1String("after") ? 2 : 1] = cellHtml(cell);
    }
    return html::table({both("단계", "step"), both("바로 전에 종료", "killed just before"),
                        both("바로 뒤에 종료", "killed just after")},
                       rows);
}

QString numbersTable(const QJsonArray &cells)
{
    QList<QStringList> rows;
    for (const auto &value : cells) {
        const QJsonObject cell = value.toObject();
        QStringList row{QStringLiteral("%1, %2, <code>%3</code> %4")
                            .arg(text(cell, "database").toHtmlEscaped(),
                                 text(cell, "strategy").toHtmlEscaped(), text(cell, "step").toHtmlEscaped(),
                                 text(cell, "side") == QLatin1String("after") ? both("후", "after")
                                                                              : both("전", "before")),
                        spoken(verdicts, text(cell, "verdict"))};
        for (const char *key : {"lost", "double", "second", "unbacked", "storeOnly", "stuck"})
            row.append(html::number(cell.value(QLatin1String(key))));
        row.append(cell.value(QLatin1String("conserved")).toBool() ? both("예", "yes")
                                                                   : both("아니요", "no"));
        rows.append(row);
    }
    return html::table({both("위치", "where"), both("판정", "verdict"), both("유실", "lost"),
                        both("중복", "doubled"), both("두 번째 쿠폰", "second coupon"),
                        both("기록 없는 200", "unbacked 200"), both("편의점에만", "only at the store"),
                        both("미결", "stuck"), both("보존", "conserved")},
                       rows);
}

} // namespace

QString crashHtml(const QJsonObject &matrix)
{
    QString page = html::pageHead();
    page +=
        QStringLiteral("<h1>%1</h1><p>%2</p>")
            .arg(
                both("장애 지점 표", "Crash matrix"),
                both(
                    "쿠폰을 발급하던 서버를 각 단계의 바로 전과 뒤에 강제로 종료하고, 같은 저장소로 다시 "
                    "시작해 "
                    "매진될 때까지 발급한 뒤 두 저장소와 편의점을 대조한 결과입니다. 화살표 앞은 그 사용자가 "
                    "받은 응답, 뒤는 다시 요청해 받은 응답입니다.",
                    "A server that was issuing a coupon is killed just before and just after each step and "
                    "started again on the same stores; others ask until all is sold out; then both stores "
                    "and "
                    "the convenience store are compared. Before the arrow: what the user was told; after it: "
                    "what the same user is told on asking again."));
    const QJsonArray cells = matrix.value(QLatin1String("cells")).toArray();
    if (!matrix.value(QLatin1String("complete")).toBool())
        page += QStringLiteral("<p class=\"bad\">%1</p>")
                    .arg(both("중간에 취소되어 일부만 있습니다.", "Cancelled: only a part of it was run."));
    QList<QJsonObject> group;
    const auto end = [&] {
        if (!group.isEmpty())
            page += QStringLiteral("<h2>%1 · %2</h2>")
                        .arg(text(group[0], "strategy").toHtmlEscaped(),
                             text(group[0], "database").toHtmlEscaped()) +
                    strategyTable(group);
        group.clear();
    };
    for (const auto &value : cells) {
        const QJsonObject cell = value.toObject();
        if (!group.isEmpty() && (text(cell, "strategy") != text(group[0], "strategy") ||
                                 text(cell, "database") != text(group[0], "database")))
            end();
        group.append(cell);
    }
    end();
    page += QStringLiteral("<h2>%1</h2>").arg(both("숫자로 보기", "In numbers")) + numbersTable(cells);
    return page + html::pageEnd();
}

} // namespace seonchak::lab
