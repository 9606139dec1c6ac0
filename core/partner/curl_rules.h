// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <curl/curl.h>

namespace seonchak {

/// What holds for every call that this program makes by itself, to partners and to webhooks: certificates are
/// verified, no proxy and no redirect is followed, and it ends after `most`, 1 ms at least.
void setCurlRules(CURL *easy, std::chrono::milliseconds most);

} // namespace seonchak
