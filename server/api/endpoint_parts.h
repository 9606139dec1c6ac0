// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "core/issue/sale/sale.h"

namespace seonchak::http {

class DeskRoll;
class PreflightDesk;
class RunningActs;
class Security;
class StreamDesk;
class StreamFeed;

/// What the endpoints of all workers share.
struct SharedParts
{
    Sale &sale;
    Security &security;
    WorkPool &pool; ///< for parsing large bodies
    const QByteArray &openApi;
    StreamFeed &feed;
    RunningActs &acts;
    DeskRoll &desks;
    PreflightDesk &preflight;
};

/// What the endpoints of one worker work with; its own parts are used on its thread.
struct EndpointParts : SharedParts
{
    IssueStation &station;
    StreamDesk &streams;
};

} // namespace seonchak::http
