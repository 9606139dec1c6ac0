// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

/// A title, one big number, and a short text below. Its parts are named after it: `<name>Title`,
/// `<name>Number`, `<name>Hint`.
class Tile : public Card
{
    Q_OBJECT
public:
    Tile(const QString &name, const QString &title, QWidget *parent = nullptr);
    void show(const QString &number, theme::Tone tone, const QString &hint = {});

private:
    FitLabel *m_number;
    ToneLabel *m_hint;
};

} // namespace seonchak
