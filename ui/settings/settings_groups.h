// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/settings_port.h"

#include <QHash>
#include <QWidget>

class QListWidget;
class QScrollBar;
class QStackedWidget;
class QVBoxLayout;

namespace seonchak {

class AppearancePanel;
class DoctorPanel;
class SettingField;

/// The list of groups, and beside it the selected group's fields. A group's name is marked if something in it
/// is changed or invalid.
class SettingsGroups : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsGroups(QWidget *parent = nullptr);

    /// Creates all fields again.
    void setRows(const QList<SettingRow> &rows, const QString &secretsFile);
    [[nodiscard]] const QList<SettingField *> &fields() const { return m_fields; }
    [[nodiscard]] SettingField *field(const QString &key) const;
    [[nodiscard]] AppearancePanel *appearance() const { return m_appearance; }
    [[nodiscard]] DoctorPanel *doctor() const { return m_doctor; }
    /// Scrolls to a field and focuses it.
    void show(const QString &key);
    void markGroups();
    [[nodiscard]] QString group() const;
    void setGroup(const QString &group);
    /// The scroll position of the selected group's fields, in pixels.
    [[nodiscard]] int scroll() const;
    /// Applied once the fields have been laid out.
    void setScroll(int pixels);

Q_SIGNALS:
    void edited(const QString &key);
    void testAsked(const QString &key);
    void browseAsked(const QString &key);

private:
    QWidget *page(const QString &group, const QList<SettingRow> &rows, const QString &secretsFile);
    void addFields(const QString &group, const QList<SettingRow> &rows, const QString &secretsFile,
                   QVBoxLayout &layout);
    void addPage(const QString &group, QWidget *contents);
    [[nodiscard]] QScrollBar *bar() const;

    QListWidget *m_list;
    QStackedWidget *m_pages;
    AppearancePanel *m_appearance;
    DoctorPanel *m_doctor;
    QList<SettingField *> m_fields;
    QStringList m_groups;
};

} // namespace seonchak
