// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_words.h"

#include "ui/parts/moment.h"
#include "ui/parts/words.h"

#include <QLocale>

namespace seonchak {

namespace {

/// What both a setting and a report tell.
struct Parameters
{
    qint64 requests;
    qint64 stock;
    qint64 users;
    double rate;
    double failureRate;
    int repeats;
    QString seed;
    double opensIn;
    bool byJmeter;
    bool documents;
};

} // namespace

class LabParameters
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::LabParameters)
public:
    static QString text(const Parameters &p)
    {
        QStringList parts{
            tr("%1 requests").arg(Words::number(p.requests)),
            tr("stock %1").arg(Words::number(p.stock)),
            tr("%1 users").arg(Words::number(p.users)),
            p.rate > 0 ? tr("%1 a second").arg(Words::number(qRound64(p.rate))) : tr("as fast as they go"),
            tr("%1 refused").arg(Words::percent(p.failureRate)),
            p.repeats == 1 ? tr("1 repetition") : tr("%1 repetitions").arg(Words::number(qint64(p.repeats))),
            tr("seed %1").arg(p.seed)};
        if (p.opensIn > 0)
            parts << tr("opens after %1 s").arg(QLocale().toString(p.opensIn, 'g', 6));
        if (p.byJmeter)
            parts << QStringLiteral("JMeter");
        if (p.documents)
            parts << tr("the documents' tables");
        return parts.join(QStringLiteral(" · "));
    }
};

QString LabWords::parameters(const lab::Setting &setting)
{
    return LabParameters::text({setting.requests, setting.stock, setting.users, setting.rate,
                                setting.failureRate, setting.repeats, QString::number(setting.seed),
                                setting.opensIn, setting.client == lab::Client::Jmeter, setting.documents});
}

QString LabWords::parameters(const lab::ReportSummary &report)
{
    return LabParameters::text({report.requests, report.stock, report.users, report.rate, report.failureRate,
                                report.repeats, report.seed, report.opensIn, report.byJmeter,
                                report.documentRows > 0});
}

QString LabWords::noStock()
{
    return tr("no stock");
}

QString LabWords::whyNoStock()
{
    return tr("This strategy has no stock: it makes a coupon for everybody who asks, so nothing can be lost, "
              "left or sold out.");
}

QString LabWords::whyGenerator()
{
    return tr("The generator of the requests was the bottleneck of this run: its speed and latencies are not "
              "the server's.");
}

QString LabWords::verdict(const lab::ReportSummary &report)
{
    if (report.trouble) {
        switch (report.trouble->trouble) {
        case Trouble::NotFound:
            return tr("cut off before a report was written");
        case Trouble::Unavailable:
            return tr("report.json cannot be read: %1").arg(report.trouble->detail);
        default:
            return tr("report.json is not a report of the lab");
        }
    }
    QStringList parts;
    const QString runs = Words::number(qint64(report.runs));
    parts << (report.isWhole()
                  ? report.runs == 1 ? tr("1 run") : tr("%1 runs").arg(runs)
                  : tr("%1 of %2 runs, cut off").arg(runs, Words::number(qint64(report.planned))));
    if (report.runs > 0)
        parts << (report.unsound > 0
                      ? tr("coupons lost or doubled in %1").arg(Words::number(qint64(report.unsound)))
                      : tr("nothing lost or doubled"));
    if (report.generatorBusy > 0)
        parts << tr("generator the bottleneck in %1").arg(Words::number(qint64(report.generatorBusy)));
    if (report.documentRows > 0)
        parts << tr("%1 of %2 rows as in the documents")
                     .arg(Words::number(qint64(report.documentAgree)),
                          Words::number(qint64(report.documentRows)));
    return parts.join(QStringLiteral(" · "));
}

QString LabWords::when(const QDateTime &time)
{
    return time.isValid() ? moment::full(time.toMSecsSinceEpoch()) : tr("unknown");
}

QString LabWords::step(const lab::Progress &progress, const lab::Setting &setting)
{
    switch (progress.step) {
    case lab::Step::Starting:
        return tr("its server starts");
    case lab::Step::Sending:
        if (setting.opensIn > 0 && progress.answered == 0)
            return tr("waiting for its opening");
        return setting.client == lab::Client::Jmeter ? tr("JMeter sends") : tr("requests are sent");
    case lab::Step::Settling:
        break;
    }
    return tr("all answered, the stores are read");
}

} // namespace seonchak
