// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/read_options.h"
#include "core/async/work_pool.h"
#include "ui/port/books_port.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace seonchak {

/// Closes the books of the sale that this program was started with, on its own thread.
class DesktopBooks final : public QObject, public BooksPort
{
public:
    explicit DesktopBooks(ReadOptions started);
    /// Stops pending work and waits for it.
    ~DesktopBooks() override;

    QCoro::Task<Result<Closed>> close(QString folder, bool pseudonyms, Told told) override;
    void stop() override { m_stop.request_stop(); }
    [[nodiscard]] bool hasNewSale() const override { return !m_started.settings.sale.database.readOnly; }
    QCoro::Task<Result<void>> mayKeepAs(QString name) override;
    QCoro::Task<Result<QStringList>> kept() override;

private:
    const ReadOptions m_started;
    std::stop_source m_stop;
    bool m_atWork = false;
    // Last members: their work uses the others.
    WorkPool m_dossiers; ///< a thread of its own, because it moves to the background and is busy for long
    WorkPool m_pool;
};

} // namespace seonchak
