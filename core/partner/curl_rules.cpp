// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/curl_rules.h"

#include <QCoreApplication>

namespace seonchak {

void setCurlRules(CURL *easy, std::chrono::milliseconds most)
{
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(qMax<qint64>(most.count(), 1)));
    // Without it a timeout during a name lookup would block until the lookup's thread ends.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    const QByteArray agent = "Seonchak/" + QCoreApplication::applicationVersion().toLatin1();
    curl_easy_setopt(easy, CURLOPT_USERAGENT, agent.constData()); // copied
}

} // namespace seonchak
