// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/partner_options.h"

namespace seonchak {

Result<QUrl> parsePartnerUrl(const QString &text)
{
    if (text == QLatin1String("mock"))
        return QUrl();
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return failure(Trouble::BadInput,
                       QStringLiteral("the store must be \"mock\" or an http(s) URL with a host"));
    if (url.hasQuery() || url.hasFragment())
        return failure(Trouble::BadInput,
                       QStringLiteral("the store's URL must have no query and no fragment"));
    return url;
}

QString shownPartnerUrl(const QUrl &url)
{
    return url.isEmpty() ? QStringLiteral("mock") : url.toString(QUrl::RemoveUserInfo);
}

} // namespace seonchak
