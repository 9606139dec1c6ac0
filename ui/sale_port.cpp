// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale_port.h"

#include "core/issue/sale.h"

namespace seonchak {

SalePort::SalePort(Sale &sale, QString serverUrl)
    : m_sale(sale)
    , m_serverUrl(std::move(serverUrl))
{
}

QString SalePort::serverUrl() const
{
    return m_serverUrl;
}

PartnerOptions SalePort::store() const
{
    return m_sale.options().partner;
}

QCoro::Task<Status> SalePort::status()
{
    return m_sale.status();
}

QCoro::Task<Result<Generated>> SalePort::generate(GenerateOrder order, Stock::Progress progress)
{
    return m_sale.generate(std::move(order), std::move(progress));
}

QCoro::Task<Result<Pushed>> SalePort::push(Stock::Progress progress)
{
    return m_sale.push(std::move(progress));
}

} // namespace seonchak
