// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "server/api/problem.h"
#include "server/transport/message.h"

#include <QByteArray>
#include <QStringList>

#include <atomic>
#include <optional>

namespace seonchak::http {

/// Who may ask what. The same object serves all workers: only the counter of failed tokens changes.
class Security
{
public:
    /// `hosts` are names without port; loopback names are always taken. An empty token: open, to loopback
    /// only.
    Security(QStringList hosts, QByteArray token);

    /// Host and Origin, for every request: a problem, or nothing where it may pass.
    [[nodiscard]] std::optional<Problem> refuses(const Request &request) const;
    /// The token, for the endpoints of the administration. Compares in constant time.
    [[nodiscard]] bool isAdministrator(const Request &request) const;
    /// How long the answer to one more wrong token should wait, in milliseconds: guessing gets slower and
    /// slower.
    int delayAfterFailure();
    void forgetFailures();

private:
    [[nodiscard]] bool isOurName(QByteArrayView authority) const;

    QStringList m_hosts;
    QByteArray m_tokenHash; ///< empty: no token configured
    std::atomic<int> m_failures{0};
};

} // namespace seonchak::http
