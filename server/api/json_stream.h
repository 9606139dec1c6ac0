// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/sale_options.h"
#include "core/watch/history.h"
#include "core/watch/status.h"

#include <QByteArray>

/// The JSON of what a desk elsewhere asks for at its beginning.
namespace seonchak::http::json {

/// Who asks, as far as the server knows.
struct Caller
{
    QString role;
    QString name;
};
QByteArray desk(const Status &status, const Caller &caller);

/// The times of samples are those of a steady clock, which reads `nowNs` at the moment `now`.
struct Past
{
    QList<Sample> samples;
    qint64 minutes = 0;
    qint64 stepSeconds = 1;
    qint64 nowNs = 0;
    WallMs now = 0;
};
QByteArray history(const Past &past);

} // namespace seonchak::http::json
