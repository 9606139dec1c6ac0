// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/report_html.h"

#include "core/lab/report/cost_figures.h"
#include "core/lab/report/documents.h"
#include "core/lab/report/fastest_html.h"
#include "core/lab/report/opening_html.h"
#include "core/lab/report/report_json.h"
#include "core/record/html_parts.h"

#include <QLocale>

#include <functional>

namespace seonchak::lab {

namespace {

using html::both;
using html::number;

QString ko(const char *text)
{
    return QString::fromUtf8(text);
}

/// The runs of one strategy on one database.
QList<QJsonObject> runsOf(const QJsonObject &report, const QString &database, const QString &strategy)
{
    QList<QJsonObject> runs;
    for (const auto &value : report.value(QStringLiteral("runs")).toArray()) {
        const auto run = value.toObject();
        if (run.value(QStringLiteral("database")).toString() == database &&
            run.value(QStringLiteral("strategy")).toString() == strategy)
            runs.append(run);
    }
    return runs;
}

/// The value at "a.b.c"; null if there is none.
QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.'))
        value = value.toObject().value(name);
    return value.isUndefined() ? QJsonValue() : value;
}

/// Median over the repeats; null if any of them was not measured.
QJsonValue median(const QList<QJsonObject> &runs, const QString &path)
{
    QList<double> values;
    for (const auto &run : runs) {
        const auto value = at(run, path);
        if (!value.isDouble())
            return {};
        values.append(value.toDouble());
    }
    return values.isEmpty() ? QJsonValue() : QJsonValue(spreadOf(values).median);
}

/// The worst of the repeats: one lost coupon in one run is a loss.
QJsonValue worst(const QList<QJsonObject> &runs, const QString &path)
{
    double most = 0;
    for (const auto &run : runs)
        most = std::max(most, at(run, path).toDouble());
    return runs.isEmpty() ? QJsonValue() : QJsonValue(most);
}

/// The least or the most over the repeats; null if any of them was not measured.
QJsonValue extreme(const QList<QJsonObject> &runs, const QString &path, double Spread::*which)
{
    QList<double> values;
    for (const auto &run : runs) {
        if (const auto value = at(run, path); value.isDouble())
            values.append(value.toDouble());
    }
    return values.isEmpty() || values.size() < runs.size() ? QJsonValue()
                                                           : QJsonValue(spreadOf(values).*which);
}

/// One row for each strategy of a database.
QString perStrategy(const QJsonObject &report, const QJsonObject &verdict, const QStringList &head,
                    const std::function<QStringList(const QList<QJsonObject> &)> &cells)
{
    QList<QStringList> rows;
    for (const auto &value : verdict.value(QStringLiteral("strategies")).toArray()) {
        const QString strategy = value.toObject().value(QStringLiteral("strategy")).toString();
        const auto runs = runsOf(report, verdict.value(QStringLiteral("database")).toString(), strategy);
        if (!runs.isEmpty())
            rows.append(QStringList{strategy.toHtmlEscaped()} + cells(runs));
    }
    return html::table(QStringList{both(ko("전략"), QStringLiteral("strategy"))} + head, rows);
}

QString noStock()
{
    return QStringLiteral("<span class=\"soft\">%1</span>")
        .arg(both(ko("재고 없음"), QStringLiteral("no stock")));
}

bool hasStockOf(const QList<QJsonObject> &runs)
{
    const auto strategy = strategyFromName(runs.front().value(QStringLiteral("strategy")).toString());
    return !strategy || hasStock(*strategy);
}

/// For a strategy without stock, "nothing lost or oversold" is meaningless: it is not stated.
QString soundness(const QList<QJsonObject> &runs)
{
    for (const auto &run : runs) {
        if (!run.value(QStringLiteral("sound")).toBool())
            return QStringLiteral("<span class=\"bad\">%1</span>")
                .arg(both(ko("아니오"), QStringLiteral("no")));
    }
    if (!hasStockOf(runs))
        return noStock();
    return QStringLiteral("<span class=\"good\">%1</span>").arg(both(ko("예"), QStringLiteral("yes")));
}

QString yesOrNo(bool yes)
{
    return yes ? both(ko("예"), QStringLiteral("yes")) : both(ko("아니오"), QStringLiteral("no"));
}

/// "1,000 = 0 + 391 + 0 + 609 + 0" of the first repeat.
QString conservation(const QJsonObject &run)
{
    const auto c = [&](const char *name) {
        return number(at(run, QStringLiteral("conservation.") + QLatin1String(name)));
    };
    const bool holds = at(run, QStringLiteral("conservation.conserved")).toBool();
    return QStringLiteral("<span class=\"%1\">%2 %3 %4 + %5 + %6 + %7 + %8</span>")
        .arg(holds ? QStringLiteral("good") : QStringLiteral("bad"), c("generated"),
             holds ? QStringLiteral("=") : QStringLiteral("≠"), c("staged"), c("available"),
             c("reservedOrInDoubt"), c("issued"), c("void"));
}

QString verdictTable(const QJsonObject &report, const QJsonObject &verdict)
{
    const QStringList head{
        both(ko("이상 없음"), QStringLiteral("sound")),
        both(ko("편의점 호출"), QStringLiteral("calls store")),
        both(ko("응답 전 저장"), QStringLiteral("on disk first")),
        both(ko("발급"), QStringLiteral("issued")),
        both(ko("초과 발급"), QStringLiteral("oversold")),
        both(ko("유실"), QStringLiteral("lost")),
        both(ko("중복"), QStringLiteral("duplicated")),
        both(ko("보상"), QStringLiteral("compensated")),
        both(ko("확인 필요"), QStringLiteral("in doubt")),
        both(ko("남은 재고"), QStringLiteral("stock left")),
        both(ko("생성 = 대기 + 재고 + 진행 + 발급 + 폐기"),
             QStringLiteral("generated = staged + available + under way + issued + void"))};
    return perStrategy(report, verdict, head, [](const QList<QJsonObject> &runs) {
        const auto text = [&](const char *path) { return number(worst(runs, QLatin1String(path))); };
        const bool stock = hasStockOf(runs);
        const auto strategy = strategyFromName(runs.front().value(QStringLiteral("strategy")).toString());
        return QStringList{soundness(runs),
                           yesOrNo(strategy && doesCallPartner(*strategy)),
                           yesOrNo(strategy && isDurableBeforeAnswer(*strategy)),
                           number(median(runs, QStringLiteral("issued"))),
                           stock ? text("oversold") : noStock(),
                           stock ? text("lost") : noStock(),
                           text("duplicates"),
                           number(median(runs, QStringLiteral("compensated"))),
                           text("inDoubt"),
                           stock ? number(median(runs, QStringLiteral("stockLeft"))) : noStock(),
                           conservation(runs.front())};
    });
}

QString receiptsTable(const QJsonObject &report, const QJsonObject &verdict)
{
    const QStringList head{both(ko("일치"), QStringLiteral("matched")),
                           both(ko("장부에 없음"), QStringLiteral("lost")),
                           both(ko("받은 이 없음"), QStringLiteral("orphaned")),
                           both(ko("주인 다름"), QStringLiteral("wrong holder")),
                           both(ko("키 없음"), QStringLiteral("without a key")),
                           both(ko("오류"), QStringLiteral("errors")),
                           both(ko("못 보냄"), QStringLiteral("unsent"))};
    return perStrategy(report, verdict, head, [](const QList<QJsonObject> &runs) {
        return QStringList{number(median(runs, QStringLiteral("receipts.matched"))),
                           number(worst(runs, QStringLiteral("receipts.lost"))),
                           number(worst(runs, QStringLiteral("receipts.orphaned"))),
                           number(worst(runs, QStringLiteral("receipts.wrongHolder"))),
                           number(worst(runs, QStringLiteral("receipts.withoutKey"))),
                           number(worst(runs, QStringLiteral("errors"))),
                           number(worst(runs, QStringLiteral("unsent")))};
    });
}

QString rates(const QJsonObject &verdict)
{
    QList<html::Bar> bars;
    for (const auto &value : verdict.value(QStringLiteral("strategies")).toArray()) {
        const auto one = value.toObject();
        const auto spread = one.value(QStringLiteral("issuedPerSecond")).toObject();
        if (one.value(QStringLiteral("runs")).toInt() == 0)
            continue;
        bars.append({one.value(QStringLiteral("strategy")).toString(),
                     spread.value(QStringLiteral("median")).toDouble(),
                     spread.value(QStringLiteral("min")).toDouble(),
                     spread.value(QStringLiteral("max")).toDouble(),
                     one.value(QStringLiteral("sound")).toBool()});
    }
    return html::bars(bars, QStringLiteral("/s"));
}

QString latencyTable(const QJsonObject &report, const QJsonObject &verdict, const QString &outcome)
{
    const QStringList head{QStringLiteral("p50"),
                           QStringLiteral("p90"),
                           QStringLiteral("p95"),
                           QStringLiteral("p99"),
                           QStringLiteral("p99.9"),
                           both(ko("최대"), QStringLiteral("max")),
                           both(ko("보정 전 p99"), QStringLiteral("uncorrected p99"))};
    return perStrategy(report, verdict, head, [&](const QList<QJsonObject> &runs) {
        const auto text = [&](const char *group, const char *name) {
            return number(median(runs, QLatin1String(group) + u'.' + outcome + u'.' + QLatin1String(name)),
                          2);
        };
        return QStringList{text("latencyMs", "p50"),           text("latencyMs", "p90"),
                           text("latencyMs", "p95"),           text("latencyMs", "p99"),
                           text("latencyMs", "p999"),          text("latencyMs", "max"),
                           text("latencyUncorrectedMs", "p99")};
    });
}

QString costTable(const QJsonObject &report, const QJsonObject &verdict)
{
    QStringList head;
    for (const CostFigure &figure : costFigures()) {
        if (figure.ko)
            head.append(both(ko(figure.ko), QString::fromLatin1(figure.en)));
    }
    return perStrategy(report, verdict, head, [](const QList<QJsonObject> &runs) {
        QStringList cells;
        for (const CostFigure &figure : costFigures()) {
            if (figure.ko)
                cells.append(number(median(runs, QLatin1String(figure.path)), figure.decimals));
        }
        return cells;
    });
}

/// How the sending thread was given priority, in every repeat.
QString meansText(const QList<QJsonObject> &runs)
{
    QStringList texts;
    for (const auto &run : runs) {
        const QString means = at(run, QStringLiteral("generator.means")).toString();
        const QString text = means == QLatin1String("real-time")  ? both(ko("실시간"), means)
                             : means == QLatin1String("raised")   ? both(ko("높은 우선순위"), means)
                             : means == QLatin1String("ordinary") ? both(ko("보통"), means)
                                                                  : number(QJsonValue());
        if (!texts.contains(text))
            texts.append(text);
    }
    return texts.join(QStringLiteral(", "));
}

QString scheduleTable(const QJsonObject &report, const QJsonObject &verdict)
{
    const QStringList head{both(ko("1 ms 안에 보냄 % (최소)"), QStringLiteral("sent within 1 ms, % (least)")),
                           both(ko("가장 늦은 출발 ms"), QStringLiteral("latest sent, ms")),
                           both(ko("부하기 탓의 지각"), QStringLiteral("late by its own fault")),
                           both(ko("서버 탓의 지각"), QStringLiteral("held back by the server")),
                           both(ko("보내는 스레드"), QStringLiteral("the sending thread"))};
    return perStrategy(report, verdict, head, [](const QList<QJsonObject> &runs) {
        auto share = extreme(runs, QStringLiteral("schedule.punctualShare"), &Spread::least);
        if (share.isDouble())
            share = share.toDouble() * 100;
        const auto most = [&](const char *path) { return extreme(runs, QLatin1String(path), &Spread::most); };
        return QStringList{number(share, 2), number(most("schedule.worstLateMs"), 2),
                           number(most("generator.lateByOwnFault")),
                           number(most("generator.heldBackByServer")), meansText(runs)};
    });
}

QString warnings(const QJsonObject &report)
{
    int busy = 0;
    for (const auto &run : report.value(QStringLiteral("runs")).toArray())
        busy += at(run.toObject(), QStringLiteral("generator.bottleneck")).toBool() ? 1 : 0;
    QString text;
    if (busy > 0) {
        text +=
            QStringLiteral("<p class=\"bad\">%1</p>")
                .arg(both(
                    ko("부하 발생기 자신이 병목이었던 실행: %1회. 그 수치는 서버의 것이 아닙니다.").arg(busy),
                    QStringLiteral("Runs in which the generator itself was the bottleneck: %1. "
                                   "Their figures are not the server's.")
                        .arg(busy)));
    }
    if (!report.value(QStringLiteral("whole")).toBool()) {
        text += QStringLiteral("<p class=\"bad\">%1</p>")
                    .arg(both(ko("끝까지 하지 않은 실험입니다: 계획한 실행 %1회 가운데 %2회.")
                                  .arg(report.value(QStringLiteral("planned")).toInt())
                                  .arg(report.value(QStringLiteral("runs")).toArray().size()),
                              QStringLiteral("This experiment was not finished: %2 of %1 planned runs.")
                                  .arg(report.value(QStringLiteral("planned")).toInt())
                                  .arg(report.value(QStringLiteral("runs")).toArray().size())));
    }
    return text;
}

QString section(const QJsonObject &report, const QJsonObject &verdict)
{
    const QString database = verdict.value(QStringLiteral("database")).toString();
    const auto head = [](const QString &text) { return QStringLiteral("<h3>%1</h3>").arg(text); };
    return QStringLiteral("<h2>%1</h2>").arg(database.toHtmlEscaped()) +
           head(both(ko("판정"), QStringLiteral("Verdict"))) + verdictTable(report, verdict) +
           fastestHtml(verdict) +
           head(both(ko("영수증: 클라이언트 × Redis × 데이터베이스"),
                     QStringLiteral("Receipts: client × Redis × database"))) +
           receiptsTable(report, verdict) +
           head(both(ko("초당 발급 (중앙값, 최소–최대; 빈 막대: 틀린 전략)"),
                     QStringLiteral("Issued a second (median, least–most; hollow: not sound)"))) +
           rates(verdict) +
           head(both(ko("발급까지 ms (예정된 순간부터)"),
                     QStringLiteral("Issued: ms from the scheduled instant"))) +
           latencyTable(report, verdict, QStringLiteral("issued")) +
           head(both(ko("매진 응답 ms"), QStringLiteral("Sold out: ms"))) +
           latencyTable(report, verdict, QStringLiteral("soldOut")) +
           head(both(ko("편의점 거절 ms"), QStringLiteral("Refused by the store: ms"))) +
           latencyTable(report, verdict, QStringLiteral("storeFailed")) +
           head(both(ko("보내기로 한 순간을 지켰는가"), QStringLiteral("Kept to the schedule"))) +
           scheduleTable(report, verdict) + head(both(ko("비용"), QStringLiteral("Costs"))) +
           costTable(report, verdict) +
           openingsHtml(report.value(QStringLiteral("runs")).toArray(), database);
}

QString facts(const QJsonObject &object)
{
    QList<QStringList> rows;
    for (auto field = object.begin(); field != object.end(); ++field) {
        QString value = field.value().toVariant().toString();
        if (field.value().isDouble()) // 1,500 and 0.1, as in the rest of the report
            value = QLocale(QLocale::English).toString(field.value().toDouble(), 'g', 15);
        if (field.value().isArray())
            value = field.value().toVariant().toStringList().join(QStringLiteral(", "));
        rows.append({field.key().toHtmlEscaped(), value.toHtmlEscaped()});
    }
    return html::table({QString(), QString()}, rows);
}

} // namespace

QByteArray reportHtml(const QJsonObject &report)
{
    QString page = html::pageHead();
    page += QStringLiteral("<h1>%1</h1>")
                .arg(both(ko("락과 Redis, 나란히"), QStringLiteral("Locks and Redis, side by side")));
    page += QStringLiteral("<p class=\"soft\">%1</p>")
                .arg(report.value(QStringLiteral("written")).toString().toHtmlEscaped());
    page += warnings(report);
    page += documentsHtml(report.value(QStringLiteral("documents")).toArray());
    for (const auto &verdict : report.value(QStringLiteral("verdicts")).toArray())
        page += section(report, verdict.toObject());
    page += QStringLiteral("<h2>%1</h2>").arg(both(ko("조건"), QStringLiteral("Setting"))) +
            facts(report.value(QStringLiteral("setting")).toObject());
    page += QStringLiteral("<h2>%1</h2>").arg(both(ko("컴퓨터"), QStringLiteral("Machine"))) +
            facts(report.value(QStringLiteral("machine")).toObject());
    page += QStringLiteral("<h2>%1</h2><p>%2</p><p><code>seonchakd verify DIR</code></p>")
                .arg(both(ko("믿지 말고 확인하세요"), QStringLiteral("Do not trust it, check it")),
                     both(ko("모든 요청의 기록이 이 파일 곁에 있습니다. 아래 명령은 기록만으로 판정을 다시 "
                             "계산합니다."),
                          QStringLiteral(
                              "Every request's record lies beside this file. The command below derives the "
                              "verdict again from the records alone.")));
    return (page + html::pageEnd()).toUtf8();
}

} // namespace seonchak::lab
