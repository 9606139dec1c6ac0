// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/watch/foreign_found.h"

#include <QString>

#include <mutex>
#include <optional>

namespace seonchak {

/// What to do with another program's keys below our prefix.
enum class ForeignChoice {
    Refuse,  ///< leave them, and issue nothing
    Adopt,   ///< take codes and users into the book
    Discard, ///< delete them
};
QString foreignChoiceName(ForeignChoice choice);
std::optional<ForeignChoice> foreignChoiceFromName(const QString &name);

/// Where the keeper of Redis says that it found keys of another program, and where a person says what to do
/// with them. The option decides until this process was ready for the first time; from then on a person does.
/// Thread-safe.
class ForeignDesk
{
public:
    struct Decision
    {
        ForeignChoice choice = ForeignChoice::Refuse;
        QString actor; ///< empty: the option
    };
    ForeignDesk(ForeignChoice option, QString place);

    /// The keeper's side.
    void setLooking(bool looking); ///< at keys without a mark of ours: the start may take longer
    void find(ForeignFound found);
    void clear(); ///< Redis is ours
    [[nodiscard]] Decision decision() const;

    /// The people's side. False where nothing is to be decided.
    bool decide(ForeignChoice choice, const QString &actor);
    [[nodiscard]] std::optional<ForeignFound> found() const;
    [[nodiscard]] bool isLooking() const;
    /// At the start, where the option is to refuse: the sentence for standard error.
    [[nodiscard]] std::optional<Error> refusal() const;
    /// "3 codes in the list rudals:coupon:available, 1 user key and 0 other keys"
    [[nodiscard]] QString sentence(const ForeignFound &found) const;

private:
    const ForeignChoice m_option;
    const QString m_place; ///< what our keys begin with
    mutable std::mutex m_mutex;
    std::optional<ForeignFound> m_found;
    std::optional<Decision> m_decision;
    bool m_wasReady = false;
    bool m_looking = false;
};

} // namespace seonchak
