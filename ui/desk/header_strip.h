// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace seonchak {

class ActionButton;
class DeskPort;
class Pill;
struct Reading;

/// The strip on top: where the server is, and whether what it stands on is there.
class HeaderStrip : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderStrip(const DeskPort &port, QWidget *parent = nullptr);
    void show(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copyUrl();
    void showPart(Pill &pill, const Reading &reading, const QString &name, bool connected,
                  const QString &where);

    QLabel *m_url;
    ActionButton *m_copy;
    Pill *m_redis;
    Pill *m_database;
    Pill *m_store;
};

} // namespace seonchak
