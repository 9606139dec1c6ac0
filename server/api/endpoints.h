// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/router.h"

#include <vector>

/// The rows of each group of endpoints. A group is one source, `endpoints_<group>.cpp`: its functions, and at
/// the end their rows.
namespace seonchak::http {

EndpointTable issueEndpoints();
EndpointTable couponsEndpoints();
EndpointTable saleEndpoints();
EndpointTable deskEndpoints();
EndpointTable windowEndpoints();
EndpointTable streamEndpoints();
EndpointTable jobsEndpoints();
EndpointTable hooksEndpoints();
EndpointTable approvalsEndpoints();

/// All of them, in the order in which Allow names the methods of a path.
inline std::vector<EndpointTable> allEndpoints()
{
    return {issueEndpoints(),  couponsEndpoints(), saleEndpoints(),  deskEndpoints(),     windowEndpoints(),
            streamEndpoints(), jobsEndpoints(),    hooksEndpoints(), approvalsEndpoints()};
}

} // namespace seonchak::http
