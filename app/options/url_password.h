// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// The password of a service's URL, so that it can be kept apart from it: redis://, sentinel://, cluster://,
/// unix://, postgresql:// and http(s)://. Other texts ("private", "sqlite") have none and stay as they are.
struct UrlPassword
{
    QString url;      ///< without the password
    QString password; ///< decoded; empty: there was none

    static UrlPassword split(const QString &text);
    /// The URL with the password in it, percent-encoded. Without a password: `url`.
    [[nodiscard]] QString join() const;
    /// Whom the password is for: scheme, user, hosts. It is not told to anybody else.
    [[nodiscard]] QString place() const;
};

} // namespace seonchak
