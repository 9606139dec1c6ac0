// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/foreign_desk.h"

#include <array>
#include <utility>

namespace seonchak {

namespace {

constexpr std::array names{std::pair{ForeignChoice::Refuse, "refuse"},
                           std::pair{ForeignChoice::Adopt, "adopt"},
                           std::pair{ForeignChoice::Discard, "discard"}};

QString counted(qint64 count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(count == 1 ? one : many));
}

} // namespace

QString foreignChoiceName(ForeignChoice choice)
{
    for (const auto &[value, name] : names) {
        if (value == choice)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

std::optional<ForeignChoice> foreignChoiceFromName(const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return std::nullopt;
}

ForeignDesk::ForeignDesk(ForeignChoice option, QString place)
    : m_option(option)
    , m_place(std::move(place))
{
}

void ForeignDesk::setLooking(bool looking)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_looking = looking;
    }
    m_changes.wake();
}

void ForeignDesk::find(ForeignFound found)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_found = found;
    }
    m_changes.wake();
}

void ForeignDesk::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_found.reset();
    m_decision.reset();
    m_wasReady = true;
}

ForeignDesk::Decision ForeignDesk::decision() const
{
    const std::scoped_lock lock(m_mutex);
    if (m_decision)
        return *m_decision;
    return {m_wasReady ? ForeignChoice::Refuse : m_option, {}};
}

bool ForeignDesk::decide(ForeignChoice choice, const QString &actor)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_found)
        return false;
    m_decision = Decision{choice, actor};
    return true;
}

std::optional<ForeignFound> ForeignDesk::found() const
{
    const std::scoped_lock lock(m_mutex);
    return m_found;
}

bool ForeignDesk::isLooking() const
{
    const std::scoped_lock lock(m_mutex);
    return m_looking;
}

std::optional<Error> ForeignDesk::refusal() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_found || m_wasReady || m_decision || m_option != ForeignChoice::Refuse)
        return std::nullopt;
    const QString whose =
        m_found->anotherBook ? QStringLiteral("Redis belongs to another database of Seonchak, prefix %1: %2. "
                                              "Check --data-dir and --database first. ")
                             : QStringLiteral("Redis holds what another program wrote under the prefix %1: "
                                              "%2. ");
    return Error{
        Trouble::Conflict,
        whose.arg(m_place, sentence(*m_found)) +
            QStringLiteral(
                "Nothing was touched. Start with --foreign-keys adopt to take codes and users over into "
                "the database, with --foreign-keys discard to delete these keys, or leave "
                "them to their program and choose another --key-prefix or --redis."),
        {}};
}

QString ForeignDesk::sentence(const ForeignFound &found) const
{
    return QStringLiteral("%1 in the list %2:coupon:available, %3 and %4")
        .arg(counted(found.codes, "code", "codes"), m_place, counted(found.users, "user key", "user keys"),
             counted(found.others, "other key", "other keys"));
}

} // namespace seonchak
