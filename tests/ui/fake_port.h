// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/crossing.h"
#include "ui/desk_port.h"

#include <vector>

namespace seonchak {

/// Stands still until a test moves it.
class StillClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return 0; }
    [[nodiscard]] qint64 steadyNs() const override { return now; }

    qint64 now = 1'000'000'000;
};

/// A sale that says what a test has told it to, when the test wants it to.
class FakePort final : public DeskPort
{
public:
    FakePort();

    [[nodiscard]] QString serverUrl() const override { return url; }
    [[nodiscard]] PartnerOptions store() const override { return partner; }
    QCoro::Task<Status> status() override;
    QCoro::Task<Result<Generated>> generate(GenerateOrder order, Stock::Progress progress) override;
    QCoro::Task<Result<Pushed>> push(Stock::Progress progress) override;

    /// Ends what the last generate() or push() began.
    void endGenerate(const Result<Generated> &result) { m_generated.back().deliver(result); }
    void endPush(const Result<Pushed> &result) { m_pushed.back().deliver(result); }
    /// Answers all questions that were held back.
    void answerStatus();

    /// "a sale in its middle": generated = sum, something of everything.
    static Status busyStatus();

    QString url = QStringLiteral("http://127.0.0.1:8080");
    PartnerOptions partner;
    Status now;
    bool holdStatus = false;
    int statusCalls = 0;
    std::vector<GenerateOrder> orders;
    int pushes = 0;
    Stock::Progress progress; ///< of the last order

private:
    std::vector<Promised<Status>> m_asked;
    std::vector<Promised<Result<Generated>>> m_generated;
    std::vector<Promised<Result<Pushed>>> m_pushed;
};

} // namespace seonchak
