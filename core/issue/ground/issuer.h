// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/ground/issue_outcome.h"

namespace seonchak {

/// One strategy on one thread. issue() may be pending many times at once; it never throws and always
/// completes.
class Issuer
{
public:
    virtual ~Issuer() = default;
    virtual Task<IssueOutcome> issue(UserId user) = 0;
};

} // namespace seonchak
