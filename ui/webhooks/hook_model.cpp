// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/hook_model.h"

#include "core/webhook/hook_options.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/webhooks/hook_answer_words.h"

#include <QGuiApplication>

#include <algorithm>

namespace seonchak {

void HookModel::setDeliveries(const QList<HookDelivery> &deliveries)
{
    const bool sameRows =
        std::ranges::equal(m_deliveries, deliveries, {}, &HookDelivery::id, &HookDelivery::id);
    if (!sameRows)
        beginResetModel();
    m_deliveries = deliveries;
    if (!sameRows)
        endResetModel();
    else if (!m_deliveries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_deliveries.size()) - 1, ColumnCount - 1));
}

int HookModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_deliveries, id, &HookDelivery::id);
    return found == m_deliveries.end() ? -1 : int(found - m_deliveries.begin());
}

int HookModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_deliveries.size());
}

int HookModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HookModel::stateWord(HookDelivery::State state)
{
    switch (state) {
    case HookDelivery::State::Waiting:
        return tr("waits");
    case HookDelivery::State::Delivered:
        return tr("delivered");
    case HookDelivery::State::GivenUp:
        return tr("given up");
    case HookDelivery::State::SwitchedOff:
        break;
    }
    return tr("switched off");
}

theme::Tone HookModel::tone(HookDelivery::State state)
{
    switch (state) {
    case HookDelivery::State::Waiting:
        return theme::Tone::Waiting;
    case HookDelivery::State::Delivered:
        return theme::Tone::Good;
    case HookDelivery::State::GivenUp:
        return theme::Tone::Bad;
    case HookDelivery::State::SwitchedOff:
        break;
    }
    return theme::Tone::Stale;
}

QString HookModel::text(const HookDelivery &delivery, int column)
{
    const bool waits = delivery.state == HookDelivery::State::Waiting;
    switch (column) {
    case Event:
        return delivery.event.type;
    case At:
        return moment::day(delivery.event.at);
    case Receiver:
        return shownHookUrl(delivery.url);
    case State:
        return stateWord(delivery.state);
    case Tries:
        return Words::number(qint64(delivery.tries));
    case Next:
        return waits ? moment::day(delivery.nextAt) : tr("none");
    case Tried:
        return delivery.answeredAt > 0 ? moment::day(delivery.answeredAt) : tr("not yet");
    default:
        return delivery.answer.isEmpty() ? tr("none yet") : HookAnswerWords::told(delivery.answer);
    }
}

QVariant HookModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_deliveries.size())
        return {};
    const HookDelivery &delivery = m_deliveries[index.row()];
    if (role == Qt::DisplayRole)
        return text(delivery, index.column());
    if (role == Qt::ToolTipRole && (index.column() == Receiver || index.column() == Answer))
        return plainToolTip(text(delivery, index.column()));
    if (role == Qt::ForegroundRole && index.column() == State)
        return theme::colour(QGuiApplication::palette(), tone(delivery.state));
    return {};
}

QVariant HookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Event:
        return tr("Event");
    case At:
        return tr("Happened");
    case Receiver:
        return tr("Receiver");
    case State:
        return tr("State");
    case Tries:
        return tr("Tries");
    case Next:
        return tr("Next try");
    case Tried:
        return tr("Last try");
    default:
        return tr("Answer");
    }
}

} // namespace seonchak
