// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Separates the password from a service's URL, so that it can be stored separately: redis://, sentinel://,
/// cluster://, unix://, postgresql:// and http(s)://. Other texts ("private", "sqlite") have none and are
/// unchanged.
struct UrlPassword
{
    QString url;      ///< without the password
    QString password; ///< decoded; empty: none

    static UrlPassword split(const QString &text);
    /// The URL including the password, percent-encoded. Without a password: `url`.
    [[nodiscard]] QString join() const;
    /// The server that the password is for: scheme, user, hosts. It is sent to no other.
    [[nodiscard]] QString place() const;
};

} // namespace seonchak
