// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/foreign_desk.h"
#include "ui/parts/asker.h"
#include "ui/port/page_context.h"

#include <QWidget>

namespace seonchak {

class ActionButton;
struct Reading;

/// In the banner, if Redis has another program's keys: adopts or deletes them. Without a choice they stay.
/// Parts: `foreignAdopt`, `foreignDiscard`.
class ForeignActs : public QWidget
{
    Q_OBJECT
public:
    explicit ForeignActs(const PageContext &context, QWidget *parent = nullptr);
    void show(const Reading &reading);

private:
    [[nodiscard]] Question questionFor(ForeignChoice choice) const;
    void ask(ForeignChoice choice);
    void decide(ForeignChoice choice);

    DeskPort &m_port;
    Asker &m_asker;
    ActionButton *m_adopt;
    ActionButton *m_discard;
    ForeignFound m_found;
};

} // namespace seonchak
