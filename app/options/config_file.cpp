// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/config_file.h"

#include "core/record/text_file.h"
#include "core/record/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace seonchak::config {

namespace {

std::unexpected<Error> badFile(const QString &path, const QString &why)
{
    return failure(Trouble::BadInput, QStringLiteral("the config file %1 %2").arg(path, why));
}

QList<QByteArray> linesOf(QByteArray text)
{
    return text.replace("\r\n", "\n").replace('\r', '\n').split('\n');
}

/// QSettings skips a line that it does not understand: a mistyped setting would be ignored silently.
Result<void> checkLines(const QString &path, const QByteArray &bytes)
{
    const auto plain = text_file::plain(bytes);
    if (!plain)
        return badFile(path, plain.error().detail +
                                 QStringLiteral(". Repair it, or move it away to start with the defaults"));
    qsizetype number = 0;
    for (const auto &line : linesOf(*plain)) {
        ++number;
        const QByteArray words = line.trimmed();
        if (words.isEmpty() || words.startsWith(';'))
            continue;
        if (words.startsWith('#'))
            return badFile(
                path,
                QStringLiteral("is broken in line %1: a comment begins with ; and not with #").arg(number));
        const bool isGroup = words.startsWith('[') && words.endsWith(']');
        const auto equals = words.indexOf('=');
        if (isGroup || equals > 0)
            continue;
        return badFile(path,
                       QStringLiteral("is broken in line %1: \"%2\" does not read key=value. Repair that "
                                      "line, or put ; before it")
                           .arg(number)
                           .arg(QString::fromUtf8(words.left(60))));
    }
    return {};
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('"'), QLatin1String("\\\""));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    // QSettings writes non-text values as @Type(…), and doubles the @ of a text.
    const QString at = text.startsWith(QLatin1Char('@')) ? QStringLiteral("@") : QString();
    return QLatin1Char('"') + at + text + QLatin1Char('"');
}

/// Whether the text reads the same without quotes.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringLiteral("._:/-").contains(c));
    });
}

} // namespace

Result<ConfigTexts> read(const QString &path)
{
    QFile raw(path);
    if (QFileInfo(path).isDir())
        return badFile(path, QStringLiteral("is a folder: name a file with --config"));
    if (!raw.open(QIODevice::ReadOnly))
        return badFile(path, QStringLiteral("cannot be read: %1").arg(raw.errorString()));
    if (const auto checked = checkLines(path, raw.readAll()); !checked)
        return std::unexpected(checked.error());
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return badFile(path,
                       QStringLiteral("cannot be read as an INI file: repair it, or move it away to start "
                                      "with the defaults"));
    ConfigTexts texts;
    for (const auto &key : file.allKeys())
        texts[key] = file.value(key).toStringList(); // QSettings reads a value with commas as a list.
    return texts;
}

QHash<QString, int> lineNumbers(const QString &path)
{
    QFile raw(path);
    QHash<QString, int> numbers;
    if (!raw.open(QIODevice::ReadOnly))
        return numbers;
    QString group;
    int number = 0;
    for (const auto &line : linesOf(text_file::plain(raw.readAll()).value_or(QByteArray()))) {
        ++number;
        const QString words = QString::fromUtf8(line.trimmed());
        if (words.startsWith(QLatin1Char('[')))
            group = words.mid(1, words.size() - 2) + QLatin1Char('/');
        if (group.compare(QLatin1String("general/"), Qt::CaseInsensitive) == 0)
            group.clear(); // QSettings' name for no group
        if (!words.startsWith(QLatin1Char(';')) && words.contains(QLatin1Char('=')))
            numbers[group + words.section(QLatin1Char('='), 0, 0).trimmed()] = number;
    }
    return numbers;
}

QString line(const QString &key, const QStringList &texts)
{
    QStringList values;
    for (const auto &text : texts)
        values.append(isPlain(text) ? text : quoted(text));
    return key + QLatin1Char('=') + values.join(QStringLiteral(", ")) + QLatin1Char('\n');
}

QByteArray toIni(const ConfigTexts &texts)
{
    QString ini = QStringLiteral("[General]\n");
    for (auto one = texts.begin(); one != texts.end(); ++one)
        ini += line(one.key(), one.value());
    return ini.toUtf8();
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    const auto failed = [&path](const QString &why) {
        return failure(Trouble::Unavailable,
                       QStringLiteral("%1 cannot be written: %2. It is as it was before").arg(path, why));
    };
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failed(QStringLiteral("the folder %1 cannot be made").arg(folder));
    WholeFile file(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    auto written = file.add(bytes);
    if (written)
        written = file.commit();
    return written ? written : failed(written.error().detail);
}

} // namespace seonchak::config
