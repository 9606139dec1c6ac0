// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/records.h"

#include <QByteArray>

/// The JSON of the webhooks' deliveries.
namespace seonchak::json {

QByteArray hookPage(const HookPage &page);
QByteArray hookDelivery(const HookDelivery &delivery);
Result<HookPage> readHookPage(const QByteArray &text);
Result<HookDelivery> readHookDelivery(const QByteArray &text);
/// The state's name in hookPage().
const char *hookStateName(HookDelivery::State state);
std::optional<HookDelivery::State> hookStateOf(const QByteArray &name);

} // namespace seonchak::json
