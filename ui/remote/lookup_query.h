// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QByteArray>

namespace seonchak {

/// A path with a query, value by value.
class LookupQuery
{
public:
    explicit LookupQuery(QByteArray path)
        : m_text(std::move(path))
    {
    }
    void add(const char *name, const QByteArray &value);
    void add(const char *name, qint64 number) { add(name, QByteArray::number(number)); }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

    /// One page of the coupons that match.
    static LookupQuery coupons(const book::Filter &filter);
    static LookupQuery couponCount(const book::Filter &filter);
    static LookupQuery audit(const AuditFilter &filter);
    static LookupQuery hooks(const HookFilter &filter);

private:
    void narrow(const book::Filter &filter);

    QByteArray m_text;
    char m_next = '?';
};

} // namespace seonchak
