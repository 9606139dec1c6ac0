// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace seonchak {

/// What a client of the REST interface is told when it does not get what it asked for (RFC 9457).
struct ProblemText
{
    int status = 0;             ///< HTTP
    const char *code = nullptr; ///< stable, for programs; the texts are not. Null: no problem
    const char *korean = nullptr;
    const char *english = nullptr;
    int retryAfter = 0; ///< seconds; 0: no header
};

} // namespace seonchak
