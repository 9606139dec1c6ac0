// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <curl/curl.h>

namespace seonchak {

/// Options for every outgoing call of this program, to partners and to webhooks: certificates are verified,
/// proxies and redirects are not followed, and the call ends after `most`, at least 1 ms.
void setCurlRules(CURL *easy, std::chrono::milliseconds most);

} // namespace seonchak
