// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/wakers.h"
#include "core/coupon/error.h"
#include "core/watch/foreign_found.h"

#include <QString>

#include <mutex>
#include <optional>

namespace seonchak {

/// What to do with another program's keys that have our prefix.
enum class ForeignChoice {
    Refuse,  ///< leave the keys, and issue nothing
    Adopt,   ///< copy codes and users into the book
    Discard, ///< delete the keys
};
QString foreignChoiceName(ForeignChoice choice);
std::optional<ForeignChoice> foreignChoiceFromName(const QString &name);

/// The keeper of Redis reports here that it found another program's keys, and a person decides here about
/// them. Until this process was ready for the first time the option decides; after that a person does.
/// Thread-safe.
class ForeignDesk
{
public:
    struct Decision
    {
        ForeignChoice choice = ForeignChoice::Refuse;
        QString actor; ///< empty: the option decided
    };
    ForeignDesk(ForeignChoice option, QString place);

    /// For the keeper.
    void setLooking(bool looking); ///< examining keys without our mark: the start may take longer
    void find(ForeignFound found);
    void clear(); ///< Redis holds our content
    [[nodiscard]] Decision decision() const;

    /// For people. Returns false if there is nothing to decide.
    bool decide(ForeignChoice choice, const QString &actor);
    [[nodiscard]] std::optional<ForeignFound> found() const;
    [[nodiscard]] bool isLooking() const;
    /// At the start, if the option is to refuse: the sentence for standard error.
    [[nodiscard]] std::optional<Error> refusal() const;
    /// Those who wait for refusal(), or for the end of isLooking().
    [[nodiscard]] Wakers &changes() { return m_changes; }
    /// "3 codes in the list rudals:coupon:available, 1 user key and 0 other keys"
    [[nodiscard]] QString sentence(const ForeignFound &found) const;

private:
    const ForeignChoice m_option;
    const QString m_place; ///< the prefix of our keys
    mutable std::mutex m_mutex;
    std::optional<ForeignFound> m_found;
    std::optional<Decision> m_decision;
    bool m_wasReady = false;
    bool m_looking = false;
    Wakers m_changes;
};

} // namespace seonchak
