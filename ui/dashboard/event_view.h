// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace seonchak {

class EventList;

/// The list of the latest events: time, a coloured dot, a sentence. Copy takes the chosen line; Enter or a
/// double click opens the life of its coupon.
class EventView : public QListView
{
    Q_OBJECT
public:
    explicit EventView(EventList &events, QWidget *parent = nullptr);

Q_SIGNALS:
    void biographyAsked(const QByteArray &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open(const QModelIndex &index);
};

} // namespace seonchak
