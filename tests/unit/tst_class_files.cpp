// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A class is not cut into several sources: its members are defined in the file of its name.
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

class TestClassFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noClassIsCut();
    void aCutClassIsFound_data();
    void aCutClassIsFound();
};

namespace {

using Texts = QMap<QString, QString>; // path → content

/// "RedisConnection" → "redis_connection"
QString fileName(const QString &className)
{
    static const QRegularExpression hump("(?<=[a-z0-9])(?=[A-Z])");
    return QString(className).replace(hump, "_").toLower();
}

bool declares(const QString &text, const QString &className)
{
    const QRegularExpression declaration("\\b(class|struct) " + className + "\\b[^;]");
    return declaration.match(text).hasMatch();
}

/// The classes whose members a source defines, from the outermost in: {"Chronicle", "Notes"}.
QList<QStringList> definedIn(const QString &text)
{
    static const QRegularExpression member(
        "^(?!namespace|using|#|//|\\s)[^\\n(=;]*?\\b((?:[A-Z]\\w*::)+)~?\\w+\\(",
        QRegularExpression::MultilineOption);
    QList<QStringList> classes;
    for (auto found = member.globalMatch(text); found.hasNext();) {
        const QStringList names = found.next().captured(1).split("::", Qt::SkipEmptyParts);
        if (!classes.contains(names))
            classes.append(names);
    }
    return classes;
}

QStringList faultsOf(const Texts &texts)
{
    QStringList faults;
    for (auto source = texts.begin(); source != texts.end(); ++source) {
        const QFileInfo file(source.key());
        if (file.suffix() != "cpp")
            continue;
        const QString ownHeader = texts.value(file.path() + '/' + file.completeBaseName() + ".h");
        for (const QStringList &names : definedIn(source.value())) {
            const QString home = file.path() + '/' + fileName(names.first()) + ".h";
            const QString joined = fileName(names.join("_").replace("__", "_"));
            const bool isAtHome =
                QStringList{fileName(names.first()), fileName(names.last()), joined}.contains(
                    file.completeBaseName());
            const bool isOwn = declares(source.value(), names.first()) ||
                               declares(ownHeader, names.first()) || declares(ownHeader, names.join("::"));
            if (texts.contains(home) && !isAtHome && !isOwn)
                faults << source.key() + ": defines members of " + names.first() + ", which lives in " + home;
        }
    }
    return faults;
}

Texts sources()
{
    const QDir root(qEnvironmentVariable("SEONCHAK_SOURCE_DIR"));
    Texts texts;
    for (const char *folder : {"core", "server", "ui", "app"}) {
        for (QDirIterator at(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files,
                             QDirIterator::Subdirectories);
             at.hasNext();) {
            QFile file(at.next());
            if (file.open(QIODevice::ReadOnly))
                texts.insert(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        }
    }
    return texts;
}

} // namespace

void TestClassFiles::noClassIsCut()
{
    const Texts texts = sources();
    QVERIFY(texts.size() > 500);
    const QStringList faults = faultsOf(texts);
    QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
}

void TestClassFiles::aCutClassIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("faults");
    const auto row = [](const char *name, const char *path, const char *text, int faults) {
        QTest::newRow(name) << QString(path) << QString(text) << faults;
    };
    row("at home", "ui/page/big_page.cpp", "void BigPage::show()\n{\n}\n", 0);
    row("cut", "ui/page/big_page_layout.cpp", "void BigPage::layOut()\n{\n}\n", 1);
    row("constructor", "ui/page/more.cpp", "BigPage::BigPage(int a)\n{\n}\n", 1);
    row("its part", "ui/page/big_page_notes.cpp", "void BigPage::Notes::add()\n{\n}\n", 0);
    row("another folder's", "ui/other/more.cpp", "void BigPage::show()\n{\n}\n", 0);
    row("only called", "ui/page/other.cpp", "void f()\n{\n    BigPage::show();\n}\n", 0);
}

void TestClassFiles::aCutClassIsFound()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const Texts texts{{"ui/page/big_page.h", "class BigPage\n{\n};\n"}, {path, text}};
    QTEST(int(faultsOf(texts).size()), "faults");
}

QTEST_GUILESS_MAIN(TestClassFiles)
#include "tst_class_files.moc"
