// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/sell_out.h"
#include "ui/parts/card.h"

namespace seonchak {

class ActionButton;
class ToneLabel;

/// The sell-out in one line, until the next filling or until a person dismisses it.
class SellOutCard : public Card
{
    Q_OBJECT
public:
    explicit SellOutCard(QWidget *parent = nullptr);
    /// Nullopt: not sold out. `readAt`: the filling whose end a person has dismissed.
    void show(const std::optional<SellOut> &sellOut, WallMs readAt);
    static QString lateWords(const SellOut &sellOut);
    /// Empty where this server has measured none.
    static QString waitWords(const SellOut &sellOut);
    static QString sentence(const SellOut &sellOut);

Q_SIGNALS:
    /// A person has dismissed the end of this filling.
    void dismissed(qint64 filledAt);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ToneLabel *m_headline;
    ToneLabel *m_details;
    WallMs m_filledAt = 0;
};

} // namespace seonchak
