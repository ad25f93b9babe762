#!/bin/sh
# Copies the template set to FOLDER and adds the kind `reminder` to it: its folder, and its two lines in kinds/kinds.xsl.
# usage: samples/new-kind/install.sh FOLDER     (from the project's root)
set -eu
cp -R templates "$1"
cp -R samples/new-kind/reminder "$1/kinds/"
sed -i -e 's|^\( *\)<xsl:include href="meeting/plan.xsl"/>|\1<xsl:include href="reminder/plan.xsl"/>\n&|' \
       -e 's|^\( *\)<xsl:apply-templates select="." mode="meeting"/>|\1<xsl:apply-templates select="." mode="reminder"/>\n&|' \
       "$1/kinds/kinds.xsl"
