// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/job.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace seonchak {

/// Makes a request repeatable: an Idempotency-Key and a fingerprint of the whole request.
struct Once
{
    QByteArray key; ///< empty: every request is a new act
    QByteArray fingerprint;
    /// Called on the engine's thread once the act has begun, was done before, or belongs to another server.
    std::function<void(const Job &job)> begun = {};
};

struct ActOrder
{
    QString actor;
    QString action; ///< the action's name in the audit trail
    QString detail;
    qint64 total = 0; ///< 0: all coupons
    Once once;
    QByteArray note = {};   ///< what is needed to resume the act
    bool announced = false; ///< see book::Act
};

} // namespace seonchak
