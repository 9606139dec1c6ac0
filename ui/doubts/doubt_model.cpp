// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubt_model.h"

#include "core/issue/ground/doubt_answers.h"
#include "ui/parts/moment.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QGuiApplication>

namespace seonchak {

namespace {

/// What the window says of an answer of the settler with which a doubt stays open.
struct KnownAnswer
{
    const char *english;
    const char *words;
    const char *advice;
};

constexpr KnownAnswer knownAnswers[] = {
    {doubt_answer::none, QT_TRANSLATE_NOOP("seonchak::DoubtModel", "no answer"),
     QT_TRANSLATE_NOOP(
         "seonchak::DoubtModel",
         "The store does not answer. The server goes on asking and settles the coupon by itself once "
         "it does: look whether the store can be reached. Settle it yourself only when you have seen "
         "the store's own records.")},
    {doubt_answer::mayStillArrive,
     QT_TRANSLATE_NOOP("seonchak::DoubtModel", "unknown there, but our call may still arrive"),
     QT_TRANSLATE_NOOP(
         "seonchak::DoubtModel",
         "The store does not know the coupon, but our call may still arrive there. There is nothing "
         "to do: the server waits, has the store forget it, and gives it back to the stock.")},
    {doubt_answer::notWithdrawn, QT_TRANSLATE_NOOP("seonchak::DoubtModel", "could not be told to forget it"),
     QT_TRANSLATE_NOOP(
         "seonchak::DoubtModel",
         "The store did not confirm that it forgot the coupon, so it cannot go back to the stock yet. "
         "The server tries again. If it stays, ask the store to cancel it, then press \"Restore to "
         "stock\".")},
};

/// Null: another answer.
const KnownAnswer *knownAnswer(const QString &answer)
{
    const auto *known = std::ranges::find_if(
        knownAnswers, [&answer](const KnownAnswer &one) { return answer == QLatin1String(one.english); });
    return known == std::end(knownAnswers) ? nullptr : known;
}

bool sameReservations(const QList<OpenDoubt> &a, const QList<OpenDoubt> &b)
{
    return std::ranges::equal(a, b, {}, &OpenDoubt::reservation, &OpenDoubt::reservation);
}

} // namespace

void DoubtModel::setDoubts(const QList<OpenDoubt> &doubts)
{
    m_settled.clear();
    if (m_doubts == doubts)
        return;
    if (sameReservations(m_doubts, doubts)) {
        m_doubts = doubts;
        Q_EMIT dataChanged(index(0, 0), index(int(doubts.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_doubts = doubts;
    endResetModel();
}

void DoubtModel::setNow(WallMs now)
{
    m_now = now;
    if (!m_doubts.isEmpty())
        Q_EMIT dataChanged(index(0, Age), index(int(m_doubts.size()) - 1, Next), {Qt::DisplayRole});
}

void DoubtModel::setAsking(bool asking)
{
    if (std::exchange(m_asking, asking) != asking)
        setNow(m_now);
}

/// The server asks again one period after the last answer, and about a new doubt one period after it began.
QString DoubtModel::next(const OpenDoubt &doubt) const
{
    if (isSettled(doubt))
        return tr("settled meanwhile");
    if (!m_asking)
        return tr("when Redis is back");
    const qint64 left = doubt.asked.value_or(doubt.since) + m_period - m_now;
    return left < 1000 ? tr("now") : tr("in %1").arg(age(left));
}

void DoubtModel::setSettled(const QSet<qint64> &reservations)
{
    if (m_settled == reservations)
        return;
    m_settled = reservations;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void DoubtModel::setOthers(const QList<DeskPresence> &others)
{
    QList<DeskPresence> looking = others;
    looking.removeIf([](const DeskPresence &desk) { return desk.doubts.isEmpty(); });
    if (looking == m_others)
        return;
    m_others = std::move(looking);
    if (!m_doubts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString DoubtModel::openElsewhere(qint64 reservation) const
{
    for (const DeskPresence &desk : m_others) {
        const auto open = std::ranges::find(desk.doubts, reservation, &OpenedDoubt::reservation);
        if (open != desk.doubts.end())
            return tr("open at %1's desk since %2").arg(desk.name, moment::minute(open->since, m_now));
    }
    return {};
}

QString DoubtModel::advice(const QString &answer)
{
    if (const KnownAnswer *known = knownAnswer(answer))
        return tr(known->advice);
    return answer.isEmpty()
               ? tr("The store was not asked since the doubt began. The server does so by itself.")
               : QString();
}

int DoubtModel::rowOf(qint64 reservation) const
{
    const auto found = std::ranges::find(m_doubts, reservation, &OpenDoubt::reservation);
    return found == m_doubts.end() ? -1 : int(found - m_doubts.begin());
}

int DoubtModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_doubts.size());
}

int DoubtModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DoubtModel::age(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(ms, 0) / 1000;
    if (seconds < 60)
        return tr("%1 s", "an age in seconds").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 86'400)
        return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return tr("%1 d %2 h").arg(seconds / 86'400).arg(seconds % 86'400 / 3600);
}

QString DoubtModel::answerText(const QString &answer)
{
    if (const KnownAnswer *known = knownAnswer(answer))
        return tr(known->words);
    return answer.isEmpty() ? tr("none yet") : answer;
}

QString DoubtModel::text(const OpenDoubt &doubt, int column) const
{
    switch (column) {
    case Code:
        return QString::fromUtf8(doubt.code);
    case User:
        return QString::number(doubt.user);
    case Since:
        return moment::day(doubt.since);
    case Age:
        return age(m_now - doubt.since);
    case Attempts:
        return Words::number(doubt.attempts);
    case Asked:
        return doubt.asked ? moment::day(*doubt.asked) : tr("not yet");
    case Next:
        return next(doubt);
    default: {
        const QString elsewhere = openElsewhere(doubt.reservation);
        const QString answer = answerText(doubt.answer);
        return elsewhere.isEmpty() ? answer : elsewhere + QStringLiteral(" · ") + answer;
    }
    }
}

QVariant DoubtModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_doubts.size())
        return {};
    const OpenDoubt &doubt = m_doubts[index.row()];
    if (role == Qt::DisplayRole)
        return text(doubt, index.column());
    if (role == Qt::ToolTipRole && (index.column() == Code || index.column() == Answer))
        return plainToolTip(text(doubt, index.column()));
    if (role == ReservationRole)
        return doubt.reservation;
    if (role == Qt::ForegroundRole && isSettled(doubt))
        return theme::colour(QGuiApplication::palette(), theme::Tone::Stale);
    if (role == Qt::ForegroundRole && index.column() == Answer && !openElsewhere(doubt.reservation).isEmpty())
        return theme::colour(QGuiApplication::palette(), theme::Tone::Waiting);
    return {};
}

QVariant DoubtModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Code:
        return tr("Code");
    case User:
        return tr("User");
    case Since:
        return tr("Since");
    case Age:
        return tr("Age");
    case Attempts:
        return tr("Attempts");
    case Asked:
        return tr("Last asked");
    case Next:
        return tr("Asked again");
    default:
        return tr("Last answer of the store");
    }
}

} // namespace seonchak
