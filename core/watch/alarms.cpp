// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/alarms.h"

#include "core/watch/status.h"

#include <QStringList>

#include <algorithm>

namespace seonchak {

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 thresholdMost = 1'000'000'000;

constexpr std::array<const char *, std::size_t(Alarm::Count_)> alarmNames{
    "conservation", "issuing", "stock", "sold-out", "opened", "closed", "doubt", "partner"};

bool needsThreshold(Alarm alarm)
{
    return alarm == Alarm::Stock || alarm == Alarm::Doubt;
}

std::unexpected<Error> badAlarm(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

bool isStockLow(const AlarmRules &rules, const StockNumbers &stock)
{
    const qint64 all = stock.generated - stock.voided;
    const bool begun = stock.available + stock.reserved + stock.issued + stock.inDoubt > 0;
    if (!begun)
        return false;
    return rules.stockShare() > 0 ? double(stock.available) < rules.stockShare() * double(all)
                                  : stock.available < rules.stockBelow();
}

bool hasOpened(SaleView::State state)
{
    using State = SaleView::State;
    return state == State::Open || state == State::SoldOut || state == State::Paused;
}

} // namespace

QString alarmName(Alarm alarm)
{
    return QString::fromLatin1(alarmNames[std::size_t(alarm)]);
}

std::optional<Alarm> alarmFromName(const QString &name)
{
    const auto found = std::ranges::find(alarmNames, name.toStdString());
    return found == alarmNames.end() ? std::nullopt : std::optional(Alarm(found - alarmNames.begin()));
}

const QList<Alarm> &allAlarms()
{
    static const QList<Alarm> all = [] {
        QList<Alarm> list;
        for (std::size_t i = 0; i < alarmNames.size(); ++i)
            list.append(Alarm(i));
        return list;
    }();
    return all;
}

Result<void> AlarmRules::apply(const QString &text)
{
    const auto equals = text.indexOf(QLatin1Char('='));
    const QString name = (equals < 0 ? text : text.left(equals)).trimmed();
    const QString value = equals < 0 ? QString() : text.mid(equals + 1).trimmed();
    const auto found = std::ranges::find(alarmNames, name.toStdString());
    if (found == alarmNames.end()) {
        QStringList names;
        for (const char *known : alarmNames)
            names.append(QString::fromLatin1(known));
        return badAlarm(
            QStringLiteral("there is no alarm \"%1\": %2").arg(name, names.join(QStringLiteral(", "))));
    }
    const auto alarm = Alarm(found - alarmNames.begin());
    const bool off = value == QLatin1String("off");
    if (!off && needsThreshold(alarm)) {
        if (auto set = setThreshold(alarm, value); !set)
            return set;
    } else if (!off && !value.isEmpty() && value != QLatin1String("on")) {
        return badAlarm(QStringLiteral("the alarm %1 is on or off, not \"%2\"").arg(name, value));
    }
    m_on[std::size_t(alarm)] = !off;
    return {};
}

Result<void> AlarmRules::setThreshold(Alarm alarm, const QString &text)
{
    bool isNumber = false;
    const bool isShare = alarm == Alarm::Stock && text.endsWith(QLatin1Char('%'));
    if (isShare) {
        const double percent = text.chopped(1).toDouble(&isNumber);
        if (!isNumber || !(percent > 0 && percent <= 100))
            return badAlarm(
                QStringLiteral("\"%1\" is no share of the stock, for example stock=10%").arg(text));
        m_stockShare = percent / 100;
        return {};
    }
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value < 1 || value > thresholdMost)
        return badAlarm(alarm == Alarm::Stock
                            ? QStringLiteral("\"%1\" is no threshold: stock=100 or stock=10%").arg(text)
                            : QStringLiteral("\"%1\" is no number of minutes: doubt=5").arg(text));
    if (alarm == Alarm::Doubt) {
        m_doubtMinutes = value;
    } else {
        m_stockBelow = value;
        m_stockShare = 0;
    }
    return {};
}

std::optional<bool> isCause(Alarm alarm, const AlarmRules &rules, const AlarmView &view)
{
    const Status &status = view.status;
    const auto known = [&](bool value) {
        return status.mayJudge() ? std::optional<bool>(value) : std::nullopt;
    };
    switch (alarm) {
    case Alarm::Conservation:
        return known(!status.stock.conserved());
    case Alarm::Issuing:
        return view.issuing ? std::optional<bool>(!*view.issuing) : std::nullopt;
    case Alarm::Stock:
        return known(isStockLow(rules, status.stock));
    case Alarm::SoldOut:
        return known(status.sale.state == SaleView::State::SoldOut && status.sellOut.has_value());
    case Alarm::Opened:
        return known(hasOpened(status.sale.state));
    case Alarm::Closed:
        return known(status.sale.state == SaleView::State::Closed);
    case Alarm::Doubt:
        return known(status.oldestDoubtMs > rules.doubtMinutes() * msPerMinute);
    case Alarm::Partner:
        return view.partnerOff;
    case Alarm::Count_:
        break;
    }
    return false;
}

bool AlarmBoard::set(Alarm alarm, bool raised, WallMs now)
{
    const std::lock_guard lock(m_mutex);
    auto &since = m_since[std::size_t(alarm)];
    if (since.has_value() == raised)
        return false;
    since = raised ? std::optional<WallMs>(now) : std::nullopt;
    return true;
}

QList<RaisedAlarm> AlarmBoard::raised() const
{
    const std::lock_guard lock(m_mutex);
    QList<RaisedAlarm> all;
    for (const Alarm alarm : allAlarms()) {
        if (const auto since = m_since[std::size_t(alarm)])
            all.append({alarm, *since});
    }
    return all;
}

} // namespace seonchak
