// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/issue/ground/sale_times.h"
#include "core/watch/sale_view.h"
#include "ui/parts/plain_dialog.h"

class QCheckBox;
class QLineEdit;

namespace seonchak {

class DialogButtons;
class LabelledField;

/// Asks when the sale opens and closes, each with or without a time. Errors appear beside the field while
/// typing. Parts: `timesOpens`, `timesOpensAt`, `timesCloses`, `timesClosesAt`, `timesAction`.
class SaleTimesDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// Starts with the times of `sale`; the clock must outlive the dialog.
    SaleTimesDialog(const SaleView &sale, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const seonchak::SaleTimesChange &change);

private:
    struct Part
    {
        QCheckBox *has = nullptr;
        QLineEdit *at = nullptr;
        LabelledField *field = nullptr;
    };
    Part makePart(const char *name, const QString &has, const QString &label, WallMs known, WallMs proposed);
    QWidget *zoneLine();
    void choose();
    void check();
    /// 0: no time is wanted; nullopt: the text is not a valid time.
    [[nodiscard]] std::optional<WallMs> timeOf(const Part &part) const;
    [[nodiscard]] QString openingHint(std::optional<WallMs> opens) const;
    [[nodiscard]] QString fault(std::optional<WallMs> opens, std::optional<WallMs> closes) const;
    [[nodiscard]] QString hint(WallMs at) const;
    [[nodiscard]] WallMs now() const { return m_clock.wallMs() + m_offsetMs; }

    const Clock &m_clock;
    const qint64 m_offsetMs; ///< how far the sale's clock is ahead
    const WallMs m_opensAt;  ///< the present opening time
    const WallMs m_closesAt;
    DialogButtons *m_buttons = nullptr;
    Part m_opens;
    Part m_closes;
};

} // namespace seonchak
