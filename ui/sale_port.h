// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk_port.h"

namespace seonchak {

class Sale;

/// The window's port onto a running sale, which outlives it.
class SalePort final : public DeskPort
{
public:
    SalePort(Sale &sale, QString serverUrl);
    [[nodiscard]] QString serverUrl() const override;
    [[nodiscard]] PartnerOptions store() const override;
    QCoro::Task<Status> status() override;
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, Stock::Progress progress) override;
    QCoro::Task<Result<Pushed>> push(Stock::Progress progress) override;

private:
    Sale &m_sale;
    const QString m_serverUrl;
};

} // namespace seonchak
